import * as z from 'zod';
import { signInLimitsSchema } from '../../contexts/portal/domain/sign-in-limits.ts';

export const envSchema = z.object({
  REGISTRY_TABLE: z.string().min(1),
  SMS_SENDER_ID: z.string().min(1),
  /** SMS with codes that all copies together may send a second. */
  CODES_PER_SECOND: z.coerce.number().positive(),
  MAX_CONCURRENCY: z.coerce.number().int().positive(),
  SIGN_IN_LIMITS: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(signInLimitsSchema),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong. */
export const readEnv = (): Env => envSchema.parse(process.env);
