import * as z from 'zod';
import { signInLimitsSchema } from '../../contexts/portal/domain/sign-in-limits.ts';

export const envSchema = z.object({
  REGISTRY_TABLE: z.string().min(1),
  INSURED_POOL_ID: z.string().min(1),
  INSURED_CLIENT_ID: z.string().min(1),
  SEND_SIGN_IN_CODE_QUEUE_URL: z.url(),
  ORIGIN_SECRET_ID: z.string().min(1),
  SIGN_IN_LIMITS: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(signInLimitsSchema),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong. */
export const readEnv = (): Env => envSchema.parse(process.env);
