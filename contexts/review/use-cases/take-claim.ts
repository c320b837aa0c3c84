import type { Staff } from '#shared';
import type { Review } from '../api/review.ts';
import type { ClaimReview } from '../domain/claim-review.ts';
import { isForOthers } from '../api/other-person.ts';
import { presentReview } from './present-review.ts';
import { findReviewFor, requireNotOfTaker, requireNotOwn, withTaker } from './review-access.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';
import { holdUntil, isHeldByOther, nameOfChange, recorded, requireNotHeldByOther } from './review-step.ts';

/** Of a hold that is renewed. */
const LEAST_GAIN_MINUTES = 5;

/**
 * Takes a claim to work on it: of two who want it at once one gets it. Who holds it already holds it anew, so that reading for
 * long does not lose it.
 * @throws ReviewRefusal CLAIM_HELD, OTHER_PERSON_NEEDED, OWN_CLAIM, WRONG_STATE
 */
export async function takeClaim(
  claimId: string,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<Review> {
  const review = await findReviewFor(claimId, staff, dependencies);
  const now = dependencies.clock();
  if (review.holder === staff.userId && now.toISOString() < (review.heldUntil ?? ''))
    return presentReview('takeClaim', await renewed(review, staff, dependencies), staff, dependencies);
  requireNotHeldByOther(review, staff, now);
  requireTakeable(review, staff);
  await requireNotOwn(review, staff, dependencies);
  await requireNotOfTaker(review, staff, dependencies);
  const taken: ClaimReview = {
    ...review,
    version: review.version + 1,
    state: review.state === 'ESCALATED' ? 'OPEN' : review.state,
    holder: staff.userId,
    takenAt: now.toISOString(),
    heldUntil: holdUntil(now, dependencies),
    takenBy: withTaker(review, staff),
    // What someone else began to key is not shown to who comes after.
    keying: review.keying?.by === staff.userId ? review.keying : undefined,
    lastChange: nameOfChange('takeClaim', staff, { version: review.version }),
  };
  const result = await dependencies.reviews.save({
    review: taken,
    changes: [recorded({ staff, now }, { what: 'taken' })],
  });
  if (result !== 'refused') return presentReview('takeClaim', taken, staff, dependencies);
  const there = await findReviewFor(claimId, staff, dependencies);
  if (isHeldByOther(there, staff, now)) requireNotHeldByOther(there, staff, now);
  throw new ReviewRefusal('VERSION_CHANGED', 'The claim was changed at this moment. Try again.');
}

/** The hold from now on; the same request a moment later changes nothing, as nothing was done to the claim. */
async function renewed(
  review: ClaimReview,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<ClaimReview> {
  const heldUntil = holdUntil(dependencies.clock(), dependencies);
  const gainedMinutes = (Date.parse(heldUntil) - Date.parse(review.heldUntil ?? heldUntil)) / 60_000;
  if (gainedMinutes < LEAST_GAIN_MINUTES) return review;
  const next: ClaimReview = {
    ...review,
    version: review.version + 1,
    heldUntil,
    lastChange: nameOfChange('takeClaim', staff, { version: review.version }),
  };
  const result = await dependencies.reviews.save({ review: next, changes: [] });
  // A change of one's own came in between: it has renewed the hold itself.
  return result === 'refused' ? findReviewFor(review.claimId, staff, dependencies) : next;
}

function requireTakeable(review: ClaimReview, staff: Staff): void {
  const { state, assignedTo } = review;
  const isSupervisor = staff.roles.includes('supervisor');
  if (
    state === 'CLOSED' ||
    state === 'AWAITING_DOCUMENT' ||
    ((state === 'DISPUTED' || state === 'ESCALATED') && !isSupervisor)
  )
    throw new ReviewRefusal('WRONG_STATE', `A claim that is ${state} cannot be taken.`);
  if (isForOthers(review, staff.userId))
    throw new ReviewRefusal(
      'OTHER_PERSON_NEEDED',
      'You keyed or reopened it: someone else has to go on with it.',
    );
  if (assignedTo !== undefined && assignedTo !== staff.userId && !isSupervisor)
    throw new ReviewRefusal('CLAIM_HELD', 'This claim was given to a contractor.');
}
