import * as z from 'zod';

export const envSchema = z.object({
  FIGURES_TABLE: z.string().min(1),
  /** Whether calls say which shard of the stream they bring; an emulator's stream has one shard, without a name. */
  STREAM_SHARDS: z.enum(['named', 'one']),
});
export type Env = z.infer<typeof envSchema>;

/** @throws ZodError at cold start when a variable is missing or wrong. */
export const readEnv = (): Env => envSchema.parse(process.env);
