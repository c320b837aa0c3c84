import * as z from 'zod';

export const envSchema = z.object({
  CLAIMS_TABLE: z.string().min(1),
  QUARANTINE_BUCKET: z.string().min(1),
  /** Documents of the portal: whether one is the first of its form. */
  EVIDENCE_BUCKET: z.string().min(1),
  /** Upright copies are put there. */
  READINGS_BUCKET: z.string().min(1),
  MAX_FILE_BYTES: z.coerce.number().int().positive(),
  MAX_PAGES: z.coerce.number().int().positive(),
  /** Of each look into a file; after so long, twice, it is refused. */
  INSPECTION_SECONDS: z.coerce.number().positive(),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong: better there than at the first patient. */
export const readEnv = (): Env => envSchema.parse(process.env);
