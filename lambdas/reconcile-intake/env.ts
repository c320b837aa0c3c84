import * as z from 'zod';

export const envSchema = z.object({
  CLAIMS_TABLE: z.string().min(1),
  SCANS_BUCKET: z.string().min(1),
  RECEIVE_FILE_QUEUE_URL: z.url(),
  /** Uploads younger than this may still be on their way and are not counted as missing. */
  GRACE_MINUTES: z.coerce.number().int().positive(),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong: better there than at the first patient. */
export const readEnv = (): Env => envSchema.parse(process.env);
