import type { Staff } from '#shared';
import type { EscalateClaim } from '../api/review.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import {
  beginStep,
  nextReview,
  recorded,
  RELEASED,
  requireHeld,
  requireState,
  requireWritten,
} from './review-step.ts';

/**
 * Passes a claim on to supervisors, with what was done so far: a doubt of it is not the reviewer's to lift.
 * @throws ReviewRefusal REVIEW_NOT_FOUND, NOT_HELD, CLAIM_HELD, VERSION_CHANGED, WRONG_STATE
 */
export async function escalateClaim(
  claimId: string,
  request: EscalateClaim,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<void> {
  const step = await beginStep('escalateClaim', claimId, request, staff, dependencies);
  if (step === undefined) return;
  requireHeld(step);
  requireState(step, 'OPEN');
  const review = nextReview(step, {
    ...RELEASED,
    state: 'ESCALATED',
    escalatedBy: staff.userId,
    assignedTo: undefined,
  });
  const changes = [recorded(step, { what: 'escalated', reason: request.note })];
  requireWritten(await dependencies.reviews.save({ review, changes }));
}
