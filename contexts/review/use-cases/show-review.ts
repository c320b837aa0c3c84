import type { Staff } from '#shared';
import type { Review } from '../api/review.ts';
import { presentReview } from './present-review.ts';
import { findReviewFor } from './review-access.ts';
import type { ReviewDependencies } from './review-dependencies.ts';

/**
 * The review of a claim as this person may see it; that they see it is recorded before.
 * @throws ReviewRefusal REVIEW_NOT_FOUND
 */
export async function showReview(
  claimId: string,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<Review> {
  return presentReview('showReview', await findReviewFor(claimId, staff, dependencies), staff, dependencies);
}
