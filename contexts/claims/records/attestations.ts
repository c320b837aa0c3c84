import * as z from 'zod';
import { rejectionCodeSchema, schemeSchema } from '#shared';

/** What a supervisor says where no rule says it. */
export const statedTermsSchema = z.strictObject({
  scheme: schemeSchema.optional(),
  referenceCentimes: z.int().positive().optional(),
  rateBasisPoints: z.int().min(1).max(10_000).optional(),
  paidBeforeCentimes: z.int().nonnegative().optional(),
});

export const attestationsSchema = z.object({
  overrides: z
    .array(
      z.object({
        code: z.string(),
        line: z.int().optional(),
        terms: statedTermsSchema.optional(),
        of: z.object({ line: z.string().optional(), found: z.array(z.string()) }).optional(),
        by: z.string(),
        reason: z.string(),
        at: z.string(),
      }),
    )
    .optional(),
  rejection: z.object({ code: rejectionCodeSchema, by: z.string() }).optional(),
});
