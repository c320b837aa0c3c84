import * as z from 'zod';

export const envSchema = z.object({
  LISTS_BUCKET: z.string().min(1),
  REGISTRY_TABLE: z.string().min(1),
  /** Its own: a run whose time is up asks for the next one. */
  SEND_REGISTRATION_SMS_QUEUE_URL: z.url(),
  /** Alphanumeric sender, at most 11 characters. */
  SMS_SENDER_ID: z.string().regex(/^[A-Za-z0-9_-]{1,11}$/),
  /** Where people have set no other rate. */
  MESSAGES_PER_SECOND: z.coerce.number().min(1),
  /** Hours of the day in Casablanca: from the first until, not in, the second. */
  FROM_HOUR: z.coerce.number().int().min(0).max(23),
  UNTIL_HOUR: z.coerce.number().int().min(1).max(24),
  /** After this long a run hands over to the next: well before the function's time limit. */
  RUN_SECONDS: z.coerce.number().int().positive(),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong: better there than at the first person. */
export const readEnv = (): Env => envSchema.parse(process.env);
