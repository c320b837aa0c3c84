import * as z from 'zod';

export const adjudicateClaimSchema = z.object({ claimId: z.string().min(1), channelId: z.string().min(1) });
export type AdjudicateClaim = z.infer<typeof adjudicateClaimSchema>;
