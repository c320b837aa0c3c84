import * as z from 'zod';

export const envSchema = z.object({
  CLAIMS_TABLE: z.string().min(1),
  REGISTRY_TABLE: z.string().min(1),
  READINGS_BUCKET: z.string().min(1),
  READ_FORMS_QUEUE_URL: z.url(),
  /** Places of a claim that are read once more; 0 turns second looks off. */
  MAX_LOOKS_PER_CLAIM: z.coerce.number().int().min(0),
  /** After so long no further page is searched for barcodes. */
  PICTURE_SECONDS: z.coerce.number().positive(),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong: better there than at the first patient. */
export const readEnv = (): Env => envSchema.parse(process.env);
