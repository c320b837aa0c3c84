import { type Claim, orderablePayment, type PaymentBatchState, paymentIdOf, type Settlement } from '#claims';
import type { Centimes } from '#shared';

/** No stage orders more payments together: what can be read of answers is bounded by it. */
export const MOST_PAYMENTS_IN_BATCH = 5000;

/**
 * Name of a payment batch, which is also the MsgId of its order: the day it was opened on, and something that no other has.
 * @param day ISO date
 */
export function paymentBatchIdOf(day: string, unique: string): string {
  return `R${day.replaceAll('-', '')}-${unique}`;
}

/** ISO day on which a batch was opened; undefined where its name does not say so. */
export function dayOfPaymentBatch(batchId: string): string | undefined {
  const [, year, month, day] = /^R(\d{4})(\d{2})(\d{2})-/.exec(batchId) ?? [];
  return day === undefined ? undefined : `${year}-${month}-${day}`;
}

/** One payment as it was frozen into a batch. */
export interface BatchPayment {
  readonly paymentId: string;
  readonly claimId: string;
  /** Which payment of its claim; absent where it is the first. */
  readonly settlement?: Settlement | undefined;
  readonly attempt: number;
  readonly amountCentimes: Centimes;
  /** INPE of the establishment whose account it is; absent where it is the insured's. */
  readonly payeeInpe?: string | undefined;
  readonly rib: string;
}

/** The payment of a claim that may be ordered now, as a batch freezes it; undefined where none may, or it has no account. */
export function batchPaymentOf(claim: Claim): BatchPayment | undefined {
  const { claimId } = claim;
  const orderable = orderablePayment(claim);
  if (orderable?.payment.rib === undefined) return undefined;
  const { settlement, payment } = orderable;
  const { attempt, amountCentimes, payeeInpe, rib = '' } = payment;
  const paymentId = paymentIdOf(claimId, attempt, settlement);
  return {
    paymentId,
    claimId,
    ...(settlement === 2 && { settlement }),
    attempt,
    amountCentimes,
    ...(payeeInpe !== undefined && { payeeInpe }),
    rib,
  };
}

/** Who pays, as the bank is told. */
export interface Debtor {
  readonly name: string;
  readonly rib: string;
  readonly bic: string;
}

/** Payments that are ordered at the bank together; stored, published and shown as `remittanceId`. */
export interface PaymentBatch {
  readonly batchId: string;
  readonly state: PaymentBatchState;
  readonly version: number;
  /** ISO instant. */
  readonly createdAt: string;
  /** Frozen when the batch is opened. */
  readonly debtor: Debtor;
  readonly paymentCount?: number | undefined;
  readonly totalCentimes?: Centimes | undefined;
  /** Ids of payments that are in no order of it, because their payee had died before it was sealed. */
  readonly heldBack?: readonly string[] | undefined;
  /** Object key of the bank order. */
  readonly orderKey?: string | undefined;
}
