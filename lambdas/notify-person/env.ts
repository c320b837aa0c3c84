import * as z from 'zod';

export const envSchema = z.object({
  CLAIMS_TABLE: z.string().min(1),
  REGISTRY_TABLE: z.string().min(1),
  /** Alphanumeric sender, at most 11 characters. */
  SMS_SENDER_ID: z.string().regex(/^[A-Za-z0-9_-]{1,11}$/),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong: better there than at the first patient. */
export const readEnv = (): Env => envSchema.parse(process.env);
