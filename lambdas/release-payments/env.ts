import * as z from 'zod';

export const envSchema = z.object({
  CLAIMS_TABLE: z.string().min(1),
  REGISTRY_TABLE: z.string().min(1),
  /** Its own queue: what does not fit into one message follows in the next. */
  RELEASE_PAYMENTS_QUEUE_URL: z.url(),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong: better there than at the first patient. */
export const readEnv = (): Env => envSchema.parse(process.env);
