import type { Staff } from '../../contracts/actor.ts';

import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';

export async function releaseClaim(
  claimId: string,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<void> {
  await dependencies.reviews.find(staff.userId);
  throw new ReviewRefusal('WRONG_STATE', 'Cannot be done now.');
}
