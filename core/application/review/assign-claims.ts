import type { Staff } from '../../contracts/actor.ts';
import type { AssignClaims, AssignResult } from '../../contracts/api/review.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';

export async function assignClaims(
  request: AssignClaims,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<AssignResult> {
  await dependencies.reviews.find(staff.userId);
  throw new ReviewRefusal('WRONG_STATE', 'Cannot be done now.');
}
