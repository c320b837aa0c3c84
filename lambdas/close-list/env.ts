import * as z from 'zod';

export const envSchema = z.object({
  LISTS_BUCKET: z.string().min(1),
  REGISTRY_TABLE: z.string().min(1),
  SIGNING_KEY_ID: z.string().min(1),
  ENGINE_MEMORY_MB: z.coerce.number().int().positive(),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong: better there than at the first list. */
export const readEnv = (): Env => envSchema.parse(process.env);
