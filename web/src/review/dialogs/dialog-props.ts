import type { Review } from '../../../../contexts/review/api/review.ts';

/** The windows of a review. */
export const dialogNames = [
  ...(['submit', 'reject', 'document', 'split', 'override'] as const),
  ...(['escalate', 'settle', 'history', 'shortcuts'] as const),
] as const;
export type DialogName = (typeof dialogNames)[number];

/** A step that was done, and what is left of it. */
export interface StepDone {
  readonly message: string;
  /** Nothing is left to do on the claim: the next one comes, or the queue. */
  readonly isOver: boolean;
  /** ISO instant until which it can be taken back, and the version of the review to take back. */
  readonly undo?: { readonly until: string; readonly version: number } | undefined;
}

/** What every window of a review is given. */
export interface ReviewDialogProps {
  readonly review: Review;
  readonly onClose: () => void;
  /** It was done. */
  readonly onDone: (done: StepDone) => void;
  /** Stores what was keyed first: settles with the review as it is then, or undefined where that failed. */
  readonly save: () => Promise<Review | undefined>;
}
