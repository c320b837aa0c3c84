import type { Staff } from '../../contracts/actor.ts';
import type { SplitClaim, SplitResult } from '../../contracts/api/review.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';

export async function splitClaim(
  claimId: string,
  request: SplitClaim,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<SplitResult> {
  await dependencies.reviews.find(staff.userId);
  throw new ReviewRefusal('WRONG_STATE', 'Cannot be done now.');
}
