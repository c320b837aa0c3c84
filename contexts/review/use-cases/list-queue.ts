import { dayInMorocco, type Staff } from '#shared';
import type { QueueItem, QueuePage, QueueQuery } from '../api/review.ts';
import type { ClaimReview } from '../domain/claim-review.ts';
import { maskQueueItem } from '../api/mask-review.ts';
import { isForOthers } from '../api/other-person.ts';
import { waitingDays } from '../domain/open-review.ts';
import { isMaskedFor } from './review-access.ts';
import type { ReviewDependencies } from './review-dependencies.ts';

/** Claims that wait for a person, the oldest or the largest first; a contractor sees only those that were given to them. */
export async function listQueue(
  query: QueueQuery,
  staff: Staff,
  { reviews, clock }: Pick<ReviewDependencies, 'reviews' | 'clock'>,
): Promise<QueuePage> {
  const now = clock();
  const isMasked = isMaskedFor(staff);
  const page = await reviews.list({ ...query, assignedTo: isMasked ? staff.userId : undefined });
  const items = page.reviews.map((review) => toItem(review, staff.userId, now));
  return { items: isMasked ? items.map(maskQueueItem) : items, nextCursor: page.nextCursor };
}

function toItem(review: ClaimReview, userId: string, now: Date): QueueItem {
  const { claimId, state, group, reasons, submissionDate, billedCentimes, channelId, assignedTo } = review;
  const isHeld = now.toISOString() < (review.heldUntil ?? '');
  return {
    claimId,
    state,
    group,
    reasons: [...reasons],
    depositDate: submissionDate,
    waitingDays: waitingDays(submissionDate, review.suspensions, dayInMorocco(now)),
    billedCentimes,
    channelId,
    holder: isHeld ? review.holder : undefined,
    heldUntil: isHeld ? review.heldUntil : undefined,
    assignedTo,
    isForOthers: isForOthers(review, userId),
  };
}
