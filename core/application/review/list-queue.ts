import type { Staff } from '../../contracts/actor.ts';
import type { QueuePage, QueueQuery } from '../../contracts/api/review.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';

export async function listQueue(
  query: QueueQuery,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<QueuePage> {
  await dependencies.reviews.find(staff.userId);
  throw new ReviewRefusal('WRONG_STATE', 'Cannot be done now.');
}
