import * as z from 'zod';

export const claimIdParamsSchema = z.object({
  claimId: z.string().regex(/^[0-9A-Za-z-]{1,40}$/, 'must be the id of a claim'),
});
