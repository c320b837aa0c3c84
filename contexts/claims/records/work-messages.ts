import * as z from 'zod';

export const adjudicateClaimSchema = z.object({
  claimId: z.string().min(1),
  channelId: z.string().min(1),
  /** ISO instant that the message was delayed until. Absent where it was not, and in messages of before. */
  decidableFrom: z.string().optional(),
});
export type AdjudicateClaim = z.infer<typeof adjudicateClaimSchema>;
