import * as z from 'zod';

export const envSchema = z.object({
  CLAIMS_TABLE: z.string().min(1),
  REGISTRY_TABLE: z.string().min(1),
  BANK_BUCKET: z.string().min(1),
  /** Who pays: printed on the bank order. */
  DEBTOR_NAME: z.string().min(1).max(70),
  DEBTOR_RIB: z.string().regex(/^\d{24}$/),
  DEBTOR_BIC: z.string().regex(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/),
  MAX_PAYMENTS_PER_BATCH: z.coerce.number().int().positive(),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong: better there than at the first patient. */
export const readEnv = (): Env => envSchema.parse(process.env);
