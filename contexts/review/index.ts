export type { ClaimPages } from './api/review.ts';
export { type AwaitedDocuments, awaitedOf } from './domain/awaited-documents.ts';
export type { ClaimReview } from './domain/claim-review.ts';
export type { AttachmentQueue, RecordedChange, ReviewStore, SentDocuments } from './ports.ts';
export type { AttachDocuments, SentDocument, SentDocumentsRecord } from './records/sent-documents.ts';
export { isMaskedFor } from './use-cases/review-access.ts';
