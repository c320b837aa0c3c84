import type { Claim, ScanFile } from '#claims';
import type { WriteResult } from '#shared';
import type { FieldName, ReasonGroup, ReviewChange, ReviewState } from './records/review-words.ts';
import type { ClaimReview } from './domain/claim-review.ts';

/** A change as it is kept: what was done to which field, by whom and when. */
export type RecordedChange = Omit<ReviewChange, 'field'> & { readonly field?: FieldName | undefined };

/** The next state of a review with the changes that lead to it. Its version is one more than the one it follows. */
export interface ReviewStep {
  readonly review: ClaimReview;
  readonly changes: readonly RecordedChange[];
}

export interface ReviewQueueQuery {
  /** Any group where it is not given. */
  readonly group?: ReasonGroup | undefined;
  /** Any state but CLOSED where it is not given. */
  readonly state?: Exclude<ReviewState, 'CLOSED'> | undefined;
  /** Only reviews given to this contractor. */
  readonly assignedTo?: string | undefined;
  /** Oldest submission first, or largest amount first; what was given to a contractor comes by age only. */
  readonly order: 'age' | 'amount';
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface ReviewPage {
  readonly reviews: readonly ClaimReview[];
  readonly nextCursor?: string | undefined;
}

/**
 * Reviews beside their claims, in the claims table. Each change is one transaction on condition that the review (and the
 * claim, where it moves too) is still as it was read; the same step again is `known`.
 */
export interface ReviewStore {
  find(claimId: string): Promise<ClaimReview | undefined>;
  /** Everything that was done, oldest first. */
  changes(claimId: string): Promise<readonly RecordedChange[]>;
  list(query: ReviewQueueQuery): Promise<ReviewPage>;
  save(step: ReviewStep): Promise<WriteResult>;
  /** Closes the review and puts the claim back to be decided by the rules. @param claim as it was read */
  sendToAdjudication(step: ReviewStep, claim: Claim): Promise<WriteResult>;
  /** @param claim as it was read; its event says that a document is asked for */
  requestDocument(step: ReviewStep, claim: Claim, via: 'sms' | 'agency'): Promise<WriteResult>;
  /** An incomplete claim whose document came: it is referred, and its review opens (again). */
  referIncomplete(step: ReviewStep, claim: Claim): Promise<WriteResult>;
  /** Drafts a further claim of the same file. @param file as it was read */
  split(step: ReviewStep, file: ScanFile, drafted: Claim): Promise<WriteResult>;
}
