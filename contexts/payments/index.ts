export { firstPayment, movedPayment } from './domain/payment-of-claim.ts';
export { dayOfRemittance, type Remittance } from './domain/remittance.ts';
export type { ReleaseQueue } from './ports/release-queue.ts';
export type { ReleasePayments } from './records/work-messages.ts';
