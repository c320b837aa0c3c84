import * as z from 'zod';

export const envSchema = z.object({
  EVENT_BUS_NAME: z.string().min(1),
  START_READING_QUEUE_URL: z.url(),
  ADJUDICATE_CLAIM_QUEUE_URL: z.url(),
  RELEASE_PAYMENTS_QUEUE_URL: z.url(),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong: better there than at the first patient. */
export const readEnv = (): Env => envSchema.parse(process.env);
