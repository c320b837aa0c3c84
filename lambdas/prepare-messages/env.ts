import * as z from 'zod';

export const envSchema = z.object({
  LISTS_BUCKET: z.string().min(1),
  REGISTRY_TABLE: z.string().min(1),
  SEND_REGISTRATION_SMS_QUEUE_URL: z.url(),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong: better there than at the first list. */
export const readEnv = (): Env => envSchema.parse(process.env);
