import type { Claim, ClaimPayment, Decision, PaymentCommand } from '#claims';
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

/** A claim whose payment moved; `payment` is the claim's. */
export interface MovedClaim {
  readonly claim: Claim;
  readonly payment: ClaimPayment;
  readonly event: ClaimEvent | undefined;
  readonly facts: Pick<EventFacts, 'amountCentimes' | 'orderMoves' | 'isKnownPaid'>;
}

/**
 * What a command makes of the payment of a claim, and the event that says so.
 * @param occurredAt ISO instant
 */
export function movedPayment(
  claim: Claim,
  command: PaymentCommand,
  occurredAt: string,
): MovedClaim | 'known' | 'refused' {
  if (claim.payment === undefined) return 'refused';
  const decided = decidePayment(claim.payment, command);
  if (decided === 'known' || decided === 'refused') return decided;
  const { claimId, channelId } = claim;
  const version = claim.version + 1;
  const { batchId } = claim.payment;
  const { event } = decided;
  const before = claim.payment;
  const isSame = decided.payment.state === before.state && decided.payment.heldReason === before.heldReason;
  const payment = { ...decided.payment, since: isSame ? before.since : occurredAt };
  return {
    claim: { ...claim, version, payment },
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
      ...(event.type === 'payment.released.v1' ? {} : { remittanceId: batchId }),
    },
  };
}
