import {
  type Claim,
  type ClaimPayment,
  type Decision,
  paymentAt,
  type PaymentCommand,
  type Settlement,
  withPaymentAt,
} from '#claims';
import type { ClaimEvent, EventFacts } from '#events';
import { decidePayment } from './decide-payment.ts';
import { orderMoves } from './orders-of-payment.ts';

/**
 * The payment that a decision makes; none where nothing is paid.
 * @param since ISO instant of the decision
 */
export function firstPayment(
  { destination, paidCentimes }: Decision,
  since: string,
): ClaimPayment | undefined {
  if (destination === undefined || paidCentimes <= 0) return undefined;
  const common = { attempt: 1, amountCentimes: paidCentimes, since };
  return destination.kind === 'account'
    ? { state: 'PENDING', ...common, rib: destination.rib }
    : { state: 'HELD', ...common, heldReason: destination.reason };
}

/** A claim of which a payment moved, and that payment. */
export interface MovedClaim {
  readonly claim: Claim;
  readonly payment: ClaimPayment;
  readonly event: ClaimEvent | undefined;
  readonly facts: Pick<EventFacts, 'amountCentimes' | 'orderMoves' | 'isKnownPaid'>;
}

/**
 * What a command makes of a payment of a claim, and the event that says so.
 * @param occurredAt ISO instant
 */
export function movedPayment(
  claim: Claim,
  command: PaymentCommand,
  occurredAt: string,
  settlement: Settlement = 1,
): MovedClaim | 'known' | 'refused' {
  const before = paymentAt(claim, settlement);
  if (before === undefined) return 'refused';
  const decided = decidePayment(before, command);
  if (decided === 'known' || decided === 'refused') return decided;
  const { claimId, channelId } = claim;
  const version = claim.version + 1;
  const { batchId } = before;
  const { event } = decided;
  const isSame = decided.payment.state === before.state && decided.payment.heldReason === before.heldReason;
  const payment = { ...decided.payment, since: isSame ? before.since : occurredAt };
  return {
    claim: { ...withPaymentAt(claim, { settlement, payment }), version },
    payment,
    facts: {
      amountCentimes: payment.amountCentimes,
      orderMoves: orderMoves(before, payment),
      isKnownPaid: before.paidSaidAt !== undefined,
    },
    event: event && {
      ...event,
      eventId: `${claimId}#${version}`,
      occurredAt,
      claimId,
      channelId,
      ...(settlement === 2 && { settlement }),
      ...(event.type === 'payment.released.v1' ? {} : { remittanceId: batchId }),
    },
  };
}
