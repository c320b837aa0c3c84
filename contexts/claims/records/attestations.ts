import * as z from 'zod';
import { rejectionCodeSchema } from '#shared';

export const attestationsSchema = z.object({
  overrides: z
    .array(
      z.object({
        code: z.string(),
        line: z.int().optional(),
        by: z.string(),
        reason: z.string(),
        at: z.string(),
      }),
    )
    .optional(),
  rejection: z.object({ code: rejectionCodeSchema, by: z.string() }).optional(),
});
