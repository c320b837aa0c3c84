import type { Staff } from '../../contracts/actor.ts';
import type { SubmitResult, SubmitReview } from '../../contracts/api/review.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';

export async function submitReview(
  claimId: string,
  request: SubmitReview,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<SubmitResult> {
  await dependencies.reviews.find(staff.userId);
  throw new ReviewRefusal('WRONG_STATE', 'Cannot be done now.');
}
