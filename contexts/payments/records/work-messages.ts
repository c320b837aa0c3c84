import * as z from 'zod';

/** Asks for a payment run; a schedule or a person sends it. */
export const orderPaymentsSchema = z.object({ requestedBy: z.string().min(1) });

/** Asks for held payments to be released, where the account is in order now; what changed sends it. */
export const releasePaymentsSchema = z.discriminatedUnion('kind', [
  /** The payment of this claim became held. */
  z.object({ kind: z.literal('claim'), claimId: z.string().min(1) }),
  /** The account of this person changed, or a hold on it is over. */
  z.object({
    kind: z.literal('person'),
    registrationNumber: z.string().regex(/^\d{9}$/),
    /** Where the page before ended. */
    cursor: z.string().optional(),
  }),
  /** An account of this establishment changed, or the day of one has come. */
  z.object({
    kind: z.literal('provider'),
    inpe: z.string().regex(/^\d{9}$/),
    /** Where the page before ended. */
    cursor: z.string().optional(),
  }),
  /** A schedule, or a person, asks for those whose day has come. */
  z.object({ kind: z.literal('holds-ended'), requestedBy: z.string().min(1) }),
]);
export type ReleasePayments = z.infer<typeof releasePaymentsSchema>;
