import type { Claim } from '#claims';
import { dayInMorocco } from '#shared';
import type { ClaimReview } from './claim-review.ts';
import { suspendedDays } from './open-review.ts';

/**
 * The claim as people send it to be decided: with the form and what they said of it.
 * @param decidableFrom ISO instant until which they can take it back; undefined: not at all
 */
export function sentToAdjudication(
  claim: Claim,
  { formRevision, attestations, suspensions }: ClaimReview,
  now: Date,
  decidableFrom: string | undefined,
): Claim {
  return {
    ...claim,
    state: 'DRAFTED',
    version: claim.version + 1,
    formRevision,
    attestations,
    suspendedDays: suspendedDays(suspensions, dayInMorocco(now)),
    decidableFrom,
    decidedForm: decidableFrom === undefined ? undefined : { revision: claim.formRevision },
  };
}

/**
 * The claim as it waits for people again, with what still stands of what they said of it. What was found of it was found on the form
 * by which it was decided.
 */
export function waitingAgain(claim: Claim, { attestations }: Pick<ClaimReview, 'attestations'>): Claim {
  return {
    ...claim,
    state: claim.settledPart === undefined ? 'REFERRED' : 'PARTLY_REFERRED',
    version: claim.version + 1,
    attestations,
    formRevision: claim.decidedForm === undefined ? claim.formRevision : claim.decidedForm.revision,
    decidableFrom: undefined,
    decidedForm: undefined,
  };
}
