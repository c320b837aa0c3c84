import { z } from 'zod';

export const envSchema = z.object({
  CLAIMS_TABLE: z.string().min(1),
  SCANS_BUCKET: z.string().min(1),
  QUARANTINE_BUCKET: z.string().min(1),
  MAX_FILE_BYTES: z.coerce.number().int().positive(),
  MAX_PAGES: z.coerce.number().int().positive(),
});
export type Env = z.infer<typeof envSchema>;
