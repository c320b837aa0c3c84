import * as z from 'zod';

export const envSchema = z.object({
  CLAIMS_TABLE: z.string().min(1),
  START_READING_QUEUE_URL: z.url(),
  COLLECT_READING_QUEUE_URL: z.url(),
  READING_TOPIC_ARN: z.string().min(1),
  READING_ROLE_ARN: z.string().min(1),
  /** The Textract quota of this account: StartDocumentTextDetection calls a second. */
  OCR_STARTS_PER_SECOND: z.coerce.number().positive(),
  /** How many copies of this function may run at once: together they keep to the quota. */
  MAX_CONCURRENCY: z.coerce.number().int().positive(),
  /** After this long without a completion message the job is asked for its result. */
  READING_CHECK_SECONDS: z.coerce.number().int().positive().max(900),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong: better there than at the first patient. */
export const readEnv = (): Env => envSchema.parse(process.env);
