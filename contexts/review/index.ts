export type { ClaimPages } from './api/review.ts';
export type { ClaimReview } from './domain/claim-review.ts';
export type { RecordedChange, ReviewStore } from './ports.ts';
export { isMaskedFor } from './use-cases/review-access.ts';
