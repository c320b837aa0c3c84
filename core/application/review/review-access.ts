import type { Staff } from '../../contracts/actor.ts';
import type { ClaimReview } from '../../domain/review/claim-review.ts';
import type { ReviewStore } from '../../ports/reviews.ts';
import { ReviewRefusal } from './review-refusal.ts';

/** Whether somebody sees only what was given to them, without the identity of the insured. */
export function isMaskedFor({ roles }: Staff): boolean {
  return roles.every((role) => role === 'external-reviewer');
}

/**
 * The review, for somebody who may see it.
 * @throws ReviewRefusal REVIEW_NOT_FOUND, also where it exists but was not given to this contractor
 */
export async function findReviewFor(
  claimId: string,
  staff: Staff,
  { reviews }: { readonly reviews: ReviewStore },
): Promise<ClaimReview> {
  const review = await reviews.find(claimId);
  if (review === undefined || (isMaskedFor(staff) && review.assignedTo !== staff.userId))
    throw new ReviewRefusal('REVIEW_NOT_FOUND', 'There is no such review, or it was not given to you.');
  return review;
}
