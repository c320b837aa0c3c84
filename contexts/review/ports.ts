import type { Claim, ClaimHistory, ScanFile } from '#claims';
import type { ClaimEvent } from '#events';
import type { WriteResult } from '#shared';
import type { FieldName, ReasonGroup, ReviewChange, ReviewState } from './records/review-words.ts';
import type { ClaimReview, AttachedDocument } from './domain/claim-review.ts';
import type { AttachDocuments, SentDocumentsRecord } from './records/sent-documents.ts';

/** A change as it is kept: what was done to which field, by whom and when. */
export type RecordedChange = Omit<ReviewChange, 'field'> & { readonly field?: FieldName | undefined };

/** The next state of a review with the changes that lead to it. Its version is one more than the one it follows. */
export interface ReviewStep {
  readonly review: ClaimReview;
  readonly changes: readonly RecordedChange[];
}

/** Taken back before it was decided, or looked at again afterwards. */
export type Reopening = 'taken-back' | 'looked-at-again';

/** What the insured would be sent for an event that has not happened. @param history as it would be then */
export type PreviewMessage = (
  event: ClaimEvent,
  history: ClaimHistory,
) => Promise<
  | { readonly action: 'send'; readonly sms: { readonly language: 'ar' | 'fr'; readonly text: string } }
  | {
      readonly action: 'skip';
      readonly reason: 'NO_PHONE' | 'OPTED_OUT' | 'NOT_IDENTIFIED' | 'NOTHING_TO_TELL';
    }
>;

export interface ReviewQueueQuery {
  /** Any group where it is not given. */
  readonly group?: ReasonGroup | undefined;
  /** Any state but CLOSED where it is not given. */
  readonly state?: Exclude<ReviewState, 'CLOSED'> | undefined;
  /** Only reviews given to this contractor. */
  readonly assignedTo?: string | undefined;
  /** Only reviews of this channel that wait for a document, the longest wait first. */
  readonly awaitedIn?: string | undefined;
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
  /**
   * Closes the review and puts the claim back to be decided by the rules.
   * @param claim as it was read
   * @param decidableFrom ISO instant until which it can be taken back
   */
  sendToAdjudication(step: ReviewStep, claim: Claim, decidableFrom?: string): Promise<WriteResult>;
  /** A claim that is to be decided, or was decided without a payment, waits for people again. @param claim as it was read */
  reopen(step: ReviewStep, claim: Claim, because: Reopening): Promise<WriteResult>;
  /** @param claim as it was read; its event says that a document is asked for */
  requestDocument(step: ReviewStep, claim: Claim, via: 'sms' | 'agency'): Promise<WriteResult>;
  /** An incomplete claim whose document came: it is referred, and its review opens (again). */
  referIncomplete(step: ReviewStep, claim: Claim): Promise<WriteResult>;
  /** Drafts a further claim of the same file. @param file as it was read */
  split(step: ReviewStep, file: ScanFile, drafted: Claim): Promise<WriteResult>;
}

/** What the insured sent for their claims, in their own file. */
export interface SentDocuments {
  find(registrationNumber: string, claimId: string): Promise<SentDocumentsRecord | undefined>;
  /** Its version is one more than the one it follows. @returns `refused`: somebody else was quicker */
  save(record: SentDocumentsRecord): Promise<'applied' | 'refused'>;
}

/** The files themselves. */
export interface SentFiles {
  /** An address to look at the version that was received, good for some minutes. */
  addressOf(
    document: Pick<AttachedDocument, 'documentId' | 'contentType' | 'versionId'> & {
      readonly registrationNumber: string;
    },
  ): Promise<string>;
}

export interface AttachmentQueue {
  attachDocuments(message: AttachDocuments): Promise<void>;
}
