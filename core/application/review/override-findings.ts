import type { Staff } from '../../contracts/actor.ts';
import type { OverrideFindings, Review } from '../../contracts/api/review.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';

export async function overrideFindings(
  claimId: string,
  request: OverrideFindings,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<Review> {
  await dependencies.reviews.find(staff.userId);
  throw new ReviewRefusal('WRONG_STATE', 'Cannot be done now.');
}
