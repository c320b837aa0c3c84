import * as z from 'zod';

export const envSchema = z.object({
  CLAIMS_TABLE: z.string().min(1),
  REGISTRY_TABLE: z.string().min(1),
  AUDIT_TABLE: z.string().min(1),
  FIGURES_TABLE: z.string().min(1),
  SCANS_BUCKET: z.string().min(1),
  READINGS_BUCKET: z.string().min(1),
  EVIDENCE_BUCKET: z.string().min(1),
  STAFF_POOL_ID: z.string().min(1),
  STAFF_CLIENT_ID: z.string().min(1),
  RENDER_PAGES_QUEUE_URL: z.url(),
  /** Of the key that opens and seals the places of listings. */
  CURSOR_KEY_ID: z.string().min(1),
  ORIGIN_SECRET_ID: z.string().min(1),
  /** For so long a claim that was sent to be decided can be taken back. */
  UNDO_SECONDS: z.coerce.number().int().min(0),
  MAX_FILE_BYTES: z.coerce.number().int().positive(),
  MAX_PAGES: z.coerce.number().int().positive(),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong. */
export const readEnv = (): Env => envSchema.parse(process.env);
