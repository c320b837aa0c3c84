import type { ClaimEvent } from '../../contracts/events.ts';
import type { Decision } from '../adjudication/decision.ts';
import type { Claim, ClaimPayment } from '../claims/claim.ts';
import { decidePayment, type PaymentCommand } from './decide-payment.ts';

/** The payment that a decision makes; none where nothing is paid. */
export function firstPayment({ destination, paidCentimes }: Decision): ClaimPayment | undefined {
  if (destination === undefined || paidCentimes <= 0) return undefined;
  const common = { attempt: 1, amountCentimes: paidCentimes };
  return destination.kind === 'account'
    ? { state: 'PENDING', ...common, rib: destination.rib }
    : { state: 'HELD', ...common, heldReason: destination.reason };
}

/** A claim whose payment moved; `payment` is the claim's. */
export interface MovedClaim {
  readonly claim: Claim;
  readonly payment: ClaimPayment;
  readonly event: ClaimEvent | undefined;
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
  const { remittanceId } = claim.payment;
  const { payment, event } = decided;
  return {
    claim: { ...claim, version, payment },
    payment,
    event: event && {
      ...event,
      eventId: `${claimId}#${version}`,
      occurredAt,
      claimId,
      channelId,
      ...(event.type === 'payment.released.v1' ? {} : { remittanceId }),
    },
  };
}
