import type { Staff } from '#shared';
import type { Review, TakeBack } from '../api/review.ts';
import type { ClaimReview } from '../domain/claim-review.ts';
import { presentReview } from './present-review.ts';
import { findReviewFor } from './review-access.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';
import {
  beginStep,
  claimOf,
  holdUntil,
  nextReview,
  recorded,
  requireState,
  requireWritten,
} from './review-step.ts';

/**
 * Takes a claim back that was sent to be decided a moment ago: nothing was decided, nobody was informed, and whoever sent it goes on
 * where they were.
 * @throws ReviewRefusal REVIEW_NOT_FOUND, VERSION_CHANGED, NOT_ALLOWED (somebody else sent it), TOO_LATE (it is decided)
 */
export async function takeBack(
  claimId: string,
  request: TakeBack,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<Review> {
  const { reviews } = dependencies;
  const step = await beginStep('takeBack', claimId, request, staff, dependencies);
  if (step === undefined)
    return presentReview('takeBack', await findReviewFor(claimId, staff, dependencies), staff, dependencies);
  requireState(step, 'CLOSED');
  const { review, now } = step;
  const sent = (await reviews.changes(claimId)).findLast(
    ({ what }) => what === 'submitted' || what === 'rejected',
  );
  if (sent?.by !== staff.userId)
    throw new ReviewRefusal('NOT_ALLOWED', 'Only whoever sent a claim to be decided takes it back.');
  const claim = await claimOf(review, dependencies);
  if (claim.state !== 'DRAFTED' || claim.decidableFrom === undefined) throw tooLate();
  const { overrides } = review.attestations;
  const next = nextReview(step, {
    state: stateBefore(review),
    holder: staff.userId,
    heldUntil: holdUntil(now, dependencies),
    attestations: { overrides },
  });
  const changes = [recorded(step, { what: 'taken-back' })];
  const result = await reviews.reopen({ review: next, changes }, claim, 'taken-back');
  // The rules were quicker.
  if (result === 'refused' && (await claimOf(review, dependencies)).state !== 'DRAFTED') throw tooLate();
  requireWritten(result);
  return presentReview('takeBack', next, staff, dependencies);
}

/** What was keyed twice and not settled is still there; what was settled is a part of the form. */
function stateBefore({ firstKeying, secondKeying }: ClaimReview): ClaimReview['state'] {
  if (secondKeying !== undefined) return 'DISPUTED';
  return firstKeying === undefined ? 'OPEN' : 'SECOND_KEYING';
}

function tooLate(): ReviewRefusal {
  return new ReviewRefusal('TOO_LATE', 'The claim is decided. Have it looked at again instead.');
}
