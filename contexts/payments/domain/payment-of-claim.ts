import {
  type Claim,
  type ClaimPayment,
  type ClaimState,
  type Decision,
  paymentAt,
  type PaymentCommand,
  type PaymentDestination,
  type Settlement,
  withPaymentAt,
} from '#claims';
import type { ClaimEvent, EventFacts } from '#events';
import { decidePayment } from './decide-payment.ts';
import { orderMoves } from './orders-of-payment.ts';

/**
 * The payments that a decision makes of what was not paid before, one for whoever is paid: the establishment's first. What it is
 * paid, the insured is not.
 */
function newPayments(
  { destination, toEstablishment, paidCentimes, paidBefore }: Decision,
  since: string,
): readonly ClaimPayment[] {
  const payment = (to: PaymentDestination, amountCentimes: number, payeeInpe?: string): ClaimPayment => {
    const common = { attempt: 1, amountCentimes, ...(payeeInpe !== undefined && { payeeInpe }), since };
    return to.kind === 'account'
      ? { state: 'PENDING', ...common, rib: to.rib }
      : { state: 'HELD', ...common, heldReason: to.reason };
  };
  const theirs = toEstablishment?.centimes ?? 0;
  const own = paidCentimes - (paidBefore?.centimes ?? 0) - theirs;
  return [
    ...(toEstablishment === undefined || theirs <= 0
      ? []
      : [payment(toEstablishment.destination, theirs, toEstablishment.inpe)]),
    ...(destination === undefined || own <= 0 ? [] : [payment(destination, own)]),
  ];
}

const stateOfOutcome = {
  approved: 'APPROVED',
  'partly-approved': 'PARTLY_APPROVED',
  rejected: 'REJECTED',
  referred: 'REFERRED',
  'partly-referred': 'PARTLY_REFERRED',
  incomplete: 'INCOMPLETE',
} as const satisfies Record<Decision['outcome'], ClaimState>;

/**
 * The claim as a decision leaves it.
 * @param since ISO instant of the decision
 * @throws Error where the decision does not know what was paid before, or would pay a third time: nothing is paid then
 */
export function decidedClaim(claim: Claim, decision: Decision, since: string): Claim {
  return {
    ...paidBy(claim, decision, since),
    state: stateOfOutcome[decision.outcome],
    version: claim.version + 1,
    decidableFrom: undefined,
    decidedForm: undefined,
  };
}

/**
 * The claim with what a decision pays of it.
 * @param since ISO instant of the decision
 * @throws Error where the decision does not know what was paid before, or would pay a third time: nothing is paid then
 */
function paidBy(claim: Claim, decision: Decision, since: string): Claim {
  const { payment, secondPayment, settledPart } = claim;
  if ((decision.paidBefore?.centimes ?? 0) !== (payment?.amountCentimes ?? 0))
    throw new Error(`Claim ${claim.claimId} was decided without regard to what was paid of it`);
  const made = newPayments(decision, since);
  const [first, second, more] = [payment, secondPayment, ...made].filter((one) => one !== undefined);
  if (more !== undefined) throw new Error(`Claim ${claim.claimId} has two payments already`);
  return {
    ...claim,
    // While part of it is paid, it stays theirs to whom that was paid, whatever is read of it now.
    registrationNumber: settledPart?.registrationNumber ?? decision.registrationNumber,
    scheme: decision.scheme ?? (settledPart && claim.scheme),
    billedCentimes: decision.billedCentimes,
    paidCentimes: decision.paidCentimes,
    payment: first,
    secondPayment: second,
    settledPart: settledPart ?? decision.settledPart,
    foundPaid: decision.foundPaid ?? claim.foundPaid,
  };
}

/** A claim of which a payment moved, and that payment. */
export interface MovedClaim {
  readonly claim: Claim;
  readonly payment: ClaimPayment;
  readonly event: ClaimEvent | undefined;
  readonly facts: Pick<EventFacts, 'amountCentimes' | 'payee' | 'orderMoves' | 'isKnownPaid'>;
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
  const { payeeInpe } = before;
  const payment: ClaimPayment = {
    ...decided.payment,
    // Whatever happens to it, it stays theirs to whom it was decided to go.
    ...(payeeInpe !== undefined && { payeeInpe }),
    since: isSame ? before.since : occurredAt,
  };
  return {
    claim: { ...withPaymentAt(claim, { settlement, payment }), version },
    payment,
    facts: {
      amountCentimes: payment.amountCentimes,
      payee: payeeInpe === undefined ? 'insured' : 'establishment',
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
