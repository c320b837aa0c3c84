import type { Staff } from '#shared';
import type { ClaimReview } from '../domain/claim-review.ts';
import { findReviewFor } from './review-access.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';
import { nameOfChange, nextReview, recorded, RELEASED, requireWritten } from './review-step.ts';

/**
 * Gives a claim back; what was saved stays, what was keyed blind does not. A supervisor may release anyone's.
 * @throws ReviewRefusal NOT_HELD
 */
export async function releaseClaim(
  claimId: string,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<void> {
  const review = await findReviewFor(claimId, staff, dependencies);
  if (review.holder === undefined) return;
  if (review.holder !== staff.userId && !staff.roles.includes('supervisor'))
    throw new ReviewRefusal('NOT_HELD', 'Only who holds a claim, or a supervisor, may release it.');
  const name = nameOfChange('releaseClaim', staff, { version: review.version });
  const step = { review, staff, now: dependencies.clock(), name };
  requireWritten(
    await dependencies.reviews.save({
      review: nextReview(step, { ...RELEASED, state: stateGivenBack(review) }),
      changes: [recorded(step, { what: 'released' })],
    }),
  );
}

/** What was passed on to supervisors stays theirs. */
const stateGivenBack = ({ state, escalatedBy }: ClaimReview): ClaimReview['state'] =>
  state === 'OPEN' && escalatedBy !== undefined ? 'ESCALATED' : state;
