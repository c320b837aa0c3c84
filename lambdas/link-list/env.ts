import * as z from 'zod';

export const envSchema = z.object({
  LISTS_BUCKET: z.string().min(1),
  REGISTRY_TABLE: z.string().min(1),
  LINES_PER_UNIT: z.coerce.number().int().positive(),
  LINK_ENGINE: z.enum(['duckdb', 'athena']),
  /** Memory of the function: the embedded engine keeps to a part of it. */
  ENGINE_MEMORY_MB: z.coerce.number().int().positive(),
  /** Empty where the embedded engine is used. */
  ATHENA_WORKGROUP: z.string(),
  ATHENA_DATABASE: z.string(),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong: better there than at the first list. */
export const readEnv = (): Env => envSchema.parse(process.env);
