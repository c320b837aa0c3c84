import * as z from 'zod';

export const envSchema = z.object({
  CLAIMS_TABLE: z.string().min(1),
  READINGS_BUCKET: z.string().min(1),
  COLLECT_READING_QUEUE_URL: z.url(),
  READ_FORMS_QUEUE_URL: z.url(),
  READING_CHECK_SECONDS: z.coerce.number().int().positive().max(900),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong: better there than at the first patient. */
export const readEnv = (): Env => envSchema.parse(process.env);
