import type { Staff } from '#shared';
import type { RejectClaim, RejectResult } from '../api/review.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';
import {
  beginStep,
  claimOf,
  decidableFrom,
  nextReview,
  recorded,
  RELEASED,
  requireHeld,
  requireState,
  requireWritten,
} from './review-step.ts';

/**
 * Says that there is nothing to pay, and why. The claim goes back to adjudication, which records the rejection with all that
 * the rules found beside it.
 * @throws ReviewRefusal NOT_HELD, CLAIM_HELD, VERSION_CHANGED, WRONG_STATE, NOT_ALLOWED
 */
export async function rejectClaim(
  claimId: string,
  request: RejectClaim,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<RejectResult> {
  if (request.code === 'MEDICALLY_NOT_JUSTIFIED' && !staff.roles.includes('medical-controller'))
    throw new ReviewRefusal('NOT_ALLOWED', 'Whether care was justified, medical control alone says.');
  const step = await beginStep('rejectClaim', claimId, request, staff, dependencies);
  if (step === undefined) return { undoUntil: (await dependencies.claims.find(claimId))?.decidableFrom };
  requireHeld(step);
  requireState(step, 'OPEN', 'SECOND_KEYING', 'DISPUTED');
  const { attestations, keying } = step.review;
  const { code, note: reason } = request;
  const review = nextReview(step, {
    ...RELEASED,
    // Whoever takes it back goes on with it.
    keying,
    state: 'CLOSED',
    attestations: { ...attestations, rejection: { code, by: staff.userId } },
  });
  const changes = [recorded(step, { what: 'rejected', code, reason })];
  const claim = await claimOf(review, dependencies);
  const undoUntil = decidableFrom(step.now, dependencies);
  requireWritten(await dependencies.reviews.sendToAdjudication({ review, changes }, claim, undoUntil));
  return { undoUntil };
}
