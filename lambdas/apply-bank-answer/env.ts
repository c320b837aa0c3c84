import { z } from 'zod';

export const envSchema = z.object({
  CLAIMS_TABLE: z.string().min(1),
  BANK_BUCKET: z.string().min(1),
});
export type Env = z.infer<typeof envSchema>;
