import type { Claim } from '#claims';
import { dayInMorocco, type Staff } from '#shared';
import type { RecordDocument } from '../api/review.ts';
import type { ClaimReview } from '../domain/claim-review.ts';
import { endSuspension, openReview } from '../domain/open-review.ts';
import { isMaskedFor } from './review-access.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';
import { nameOfChange, nextReview, recorded, requireWritten, type StepOf } from './review-step.ts';

/**
 * Says that a document has come: the days count again, and the claim waits for a reviewer. A claim that waited for the insured
 * (incomplete) goes to a reviewer too.
 * @throws ReviewRefusal REVIEW_NOT_FOUND, NOT_ALLOWED (another channel's claim), WRONG_STATE (nothing was asked for)
 */
export async function recordDocument(
  claimId: string,
  request: RecordDocument,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<void> {
  const { reviews, claims } = dependencies;
  const [claim, review] = await Promise.all([claims.find(claimId), reviews.find(claimId)]);
  if (claim === undefined || isMaskedFor(staff))
    throw new ReviewRefusal('REVIEW_NOT_FOUND', 'There is no such claim.');
  requireOwnChannel(claim, staff);
  const name = nameOfChange('recordDocument', staff, {
    ...request,
    claimId,
    occasion: review?.suspensions.length ?? 0,
  });
  if (review?.lastChange === name) return;
  const step = { staff, now: dependencies.clock(), name };
  if (claim.state === 'INCOMPLETE') await referIncomplete(step, claim, review, request, dependencies);
  else if (review?.state === 'AWAITING_DOCUMENT') await resume({ ...step, review }, request, dependencies);
  else throw new ReviewRefusal('WRONG_STATE', 'No document is waited for.');
}

function requireOwnChannel({ channelId }: Claim, { roles, channelId: own }: Staff): void {
  const isClerk = roles.every((role) => role === 'agency-clerk');
  if (isClerk && channelId !== own)
    throw new ReviewRefusal('NOT_ALLOWED', 'This claim was taken in by another agency.');
}

const received = (step: Pick<StepOf, 'staff' | 'now'>, { receipt }: RecordDocument) =>
  recorded(step, { what: 'document-received', code: receipt });

async function resume(
  step: StepOf,
  request: RecordDocument,
  { reviews }: Pick<ReviewDependencies, 'reviews'>,
): Promise<void> {
  const review = nextReview(step, {
    state: 'OPEN',
    suspensions: endSuspension(step.review.suspensions, dayInMorocco(step.now)),
  });
  requireWritten(await reviews.save({ review, changes: [received(step, request)] }));
}

async function referIncomplete(
  step: Omit<StepOf, 'review'>,
  claim: Claim,
  before: ClaimReview | undefined,
  request: RecordDocument,
  { reviews, claims }: ReviewDependencies,
): Promise<void> {
  const decision = (await claims.history(claim.claimId))?.decision;
  const opened = openReview(
    {
      claim,
      findings: decision?.findings ?? [],
      billedCentimes: decision?.billedCentimes ?? 0,
      at: step.now.toISOString(),
    },
    before,
  );
  const review = { ...opened, lastChange: step.name };
  requireWritten(await reviews.referIncomplete({ review, changes: [received(step, request)] }, claim));
}
