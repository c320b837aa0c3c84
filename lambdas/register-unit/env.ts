import * as z from 'zod';

export const envSchema = z.object({
  LISTS_BUCKET: z.string().min(1),
  REGISTRY_TABLE: z.string().min(1),
  NUMBER_SECRET_ARN: z.string().min(1),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong: better there than at the first list. */
export const readEnv = (): Env => envSchema.parse(process.env);
