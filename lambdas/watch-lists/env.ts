import * as z from 'zod';

export const envSchema = z.object({
  REGISTRY_TABLE: z.string().min(1),
  STUCK_AFTER_MINUTES: z.coerce.number().int().positive(),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong: better there than at the first list. */
export const readEnv = (): Env => envSchema.parse(process.env);
