import type { Claim } from '#claims';
import type { Staff } from '#shared';
import type { ReopenClaim } from '../api/review.ts';
import { openReview } from '../domain/open-review.ts';
import { isMaskedFor, requireNotOwn, withTaker } from './review-access.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';
import { nameOfChange, recorded, requireSupervisor, requireWritten } from './review-step.ts';

/**
 * Has people look again at a claim that was decided and of which nothing was paid: one that waits for the insured, or, by a
 * supervisor and for somebody else, one that was rejected.
 * @throws ReviewRefusal REVIEW_NOT_FOUND, OWN_CLAIM, NOT_ALLOWED, WRONG_STATE
 */
export async function reopenClaim(
  claimId: string,
  request: ReopenClaim,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<void> {
  const { reviews, claims, clock } = dependencies;
  const [claim, before] = await Promise.all([claims.find(claimId), reviews.find(claimId)]);
  if (claim === undefined || isMaskedFor(staff))
    throw new ReviewRefusal('REVIEW_NOT_FOUND', 'There is no such claim.');
  const nameAt = (occasion: number): string =>
    nameOfChange('reopenClaim', staff, { ...request, claimId, occasion });
  const occasion = before?.version ?? 0;
  if (before?.lastChange === nameAt(occasion - 1)) return;
  requireReopenable(claim, staff);
  await requireNotOwn({ claimId, formRevision: claim.formRevision }, staff, dependencies);
  const now = clock();
  const decision = (await claims.history(claimId))?.decision;
  const opened = openReview(
    {
      claim,
      findings: decision?.findings ?? [],
      billedCentimes: decision?.billedCentimes ?? 0,
      at: now.toISOString(),
    },
    before,
  );
  const review = {
    ...opened,
    lastChange: nameAt(occasion),
    ...(claim.state === 'REJECTED' && { reopenedBy: staff.userId, takenBy: withTaker(opened, staff) }),
  };
  const changes = [recorded({ staff, now }, { what: 'reopened', reason: request.reason })];
  requireWritten(await reviews.reopen({ review, changes }, claim, 'looked-at-again'));
}

function requireReopenable({ state }: Claim, staff: Staff): void {
  if (state === 'INCOMPLETE') return;
  if (state !== 'REJECTED')
    throw new ReviewRefusal('WRONG_STATE', 'Only a claim that is incomplete or rejected is looked at again.');
  requireSupervisor(staff);
}
