import * as z from 'zod';
import { mobileSchema, registrationNumberSchema, schemeSchema } from '#shared';

/**
 * One person to be notified of one line of a list, as `messages/<part>.jsonl.gz` has it. The phone is that of the list; whatever
 * other number the registry may have is not asked.
 */
export const preparedMessageSchema = z.strictObject({
  line: z.int().positive(),
  registrationNumber: registrationNumberSchema,
  kind: z.enum(['registered', 'coverage-changed', 'coverage-closed', 'proof-wanted']),
  phone: mobileSchema,
  language: z.enum(['ar', 'fr']),
  /** Of a change: the scheme a person has now, or had. */
  scheme: schemeSchema.optional(),
  reason: z.string().min(1).optional(),
});
export type PreparedMessage = z.infer<typeof preparedMessageSchema>;
