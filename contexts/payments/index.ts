export { decidedClaim, movedPayment } from './domain/payment-of-claim.ts';
export { dayOfPaymentBatch, type PaymentBatch } from './domain/payment-batch.ts';
export type { WaitingClaims } from './ports/waiting-claims.ts';
export type { ReleaseQueue } from './ports/release-queue.ts';
export type { ReleasePayments } from './records/work-messages.ts';
