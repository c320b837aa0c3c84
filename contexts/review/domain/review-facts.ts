import type { ReviewFacts } from '#events';
import type { ClaimReview } from './claim-review.ts';

interface StepDone {
  readonly review: Pick<ClaimReview, 'state' | 'takenAt'>;
  readonly changes: readonly { readonly what: string }[];
}

/** What figures need to know of a step of a review: speed, and whether two people keyed the same. */
export function reviewFactsOf({ review: { state, takenAt }, changes }: StepDone): ReviewFacts {
  const has = (what: string): boolean => changes.some((change) => change.what === what);
  if (!has('submitted')) return {};
  if (state === 'DISPUTED') return { takenAt, isEqual: false };
  // What both keyed is told in the step that takes it over; a supervisor who settles submits nothing.
  return state === 'CLOSED' && has('keyed') ? { takenAt, isEqual: true } : { takenAt };
}
