import * as z from 'zod';

export const envSchema = z.object({
  REGISTRY_TABLE: z.string().min(1),
  LISTS_BUCKET: z.string().min(1),
  /** Its own: a message whose time is up asks for the next one. */
  CHECK_RIGHTS_QUEUE_URL: z.url(),
  SEND_REGISTRATION_SMS_QUEUE_URL: z.url(),
  /** Parts of the registry that are processed side by side. */
  SEGMENTS: z.coerce.number().int().positive(),
  /** After this long a message hands over to the next: well before the function's time limit. */
  RUN_SECONDS: z.coerce.number().int().positive(),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong: better there than at the first person. */
export const readEnv = (): Env => envSchema.parse(process.env);
