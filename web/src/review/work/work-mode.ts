import type { Review } from '../../../../contexts/review/api/review.ts';
import type { Role } from '../../../../contexts/shared/access/access.ts';
import type { WorkMode } from './review-work.ts';

interface Reader {
  readonly userId: string;
  readonly roles: readonly Role[];
}

type Held = Pick<Review, 'state' | 'holder' | 'heldUntil'> & {
  /** Of a claim: why someone else is needed; of the queue: whether. */
  readonly otherPerson?: Review['otherPerson'];
  readonly isForOthers?: boolean;
};

/** Whether someone works on it at this moment. */
export function isHeld({ holder, heldUntil }: Held, now = new Date()): boolean {
  return holder !== undefined && heldUntil !== undefined && heldUntil > now.toISOString();
}

/** What a person may do with a review as it stands. */
export function workModeOf(review: Held, { userId, roles }: Reader, now = new Date()): WorkMode {
  if (!isHeld(review, now) || review.holder !== userId) return 'read';
  switch (review.state) {
    case 'OPEN':
    case 'SECOND_KEYING':
      return 'review';
    case 'DISPUTED':
      return roles.includes('supervisor') ? 'settle' : 'read';
    case 'ESCALATED':
    case 'AWAITING_DOCUMENT':
    case 'CLOSED':
      return 'read';
  }
}

/** Whether a person can take it now: it is free, its state waits for someone like them, and for nobody but others. */
export function canTake(review: Held, { userId, roles }: Reader, now = new Date()): boolean {
  if (isHeld(review, now) && review.holder !== userId) return false;
  if (review.isForOthers === true || review.otherPerson?.some(({ isBlocking }) => isBlocking) === true)
    return false;
  if (review.state === 'DISPUTED' || review.state === 'ESCALATED') return roles.includes('supervisor');
  return review.state === 'OPEN' || review.state === 'SECOND_KEYING';
}
