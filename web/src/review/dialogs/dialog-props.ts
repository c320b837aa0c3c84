import type { Review } from '../../../../contexts/review/api/review.ts';

/** What every window of a review is given. */
export interface ReviewDialogProps {
  readonly review: Review;
  readonly onClose: () => void;
  /** It was done; what it says is shown, and where nothing is left to do on the claim the queue comes back. */
  readonly onDone: (message: string, isOver: boolean) => void;
  /** Stores what was keyed first: settles with the review as it is then, or undefined where that failed. */
  readonly save: () => Promise<Review | undefined>;
}
