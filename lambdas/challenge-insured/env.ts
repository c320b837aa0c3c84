import * as z from 'zod';

export const envSchema = z.object({ REGISTRY_TABLE: z.string().min(1) });
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong. */
export const readEnv = (): Env => envSchema.parse(process.env);
