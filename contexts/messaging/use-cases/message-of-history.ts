import { type Claim, type ClaimHistory, type DecisionRecord, type HeldReason, paymentAt } from '#claims';
import type { ClaimEvent } from '#events';
import { establishmentOfChannel } from '#intake';
import {
  type MessageEvent,
  messageEventOf,
  type MessageFacts,
  type ToEstablishment,
} from '../domain/message-event.ts';
import { paidForOf } from '../domain/paid-for.ts';

/** The message that an event of a claim makes, by all that is recorded of the claim; undefined where it makes none. */
export function messageEventIn(event: ClaimEvent, history: ClaimHistory): MessageEvent | undefined {
  return messageEventOf(event.type, {
    ...factsOf(event, history),
    documents:
      event.type === 'claim.document-requested.v1' && event.via === 'sms' ? event.documents : undefined,
  });
}

/** How often the same happened to the claim before. */
export function timesBefore({ type, eventId }: ClaimEvent, { events }: ClaimHistory): number {
  const alike = events.filter((event) => event.type === type);
  return Math.max(
    0,
    alike.findIndex((event) => event.eventId === eventId),
  );
}

/** What the event says: of a claim that was paid in part, each decision of what it paid. It may be told late. */
function factsOf(event: ClaimEvent, history: ClaimHistory): MessageFacts {
  const { claim, decisions } = history;
  if (isOfEstablishment(event, history)) return { ...NOTHING_TO_TELL, fileId: claim.fileId };
  const decision = decisions?.get(event.eventId) ?? history.decision;
  const isFirstPart = event.type === 'claim.partly-referred.v1' && timesBefore(event, history) === 0;
  const isRest = claim.settledPart !== undefined && !isFirstPart;
  const toEstablishment = establishmentPart(claim, decision);
  // Of a claim that pays an establishment too, the insured's is the other payment, if there is one.
  const payment = isRest || toEstablishment !== undefined ? claim.secondPayment : claim.payment;
  return {
    fileId: claim.fileId,
    paidCentimes:
      payment?.amountCentimes ?? (isRest || toEstablishment !== undefined ? 0 : (claim.paidCentimes ?? 0)),
    toEstablishment,
    isRest,
    // A payment that waits for a change of account is paid by itself: there is nothing to bring.
    // Nor is anything asked of somebody who has died.
    isPaymentHeld: payment?.state === 'HELD' && !withoutAsking.includes(payment.heldReason),
    findings: decision?.findings ?? [],
    lines: decision?.lines,
    paidFor: decision && paidForOf(decision.lines, isRest ? linesOf(claim.settledPart) : []),
    mayBringPaper: claim.state === 'REFERRED' && establishmentOfChannel(claim.channelId) === undefined,
  };
}

const linesOf = (settled: Claim['settledPart']) => (settled?.lines ?? []).map(({ line }) => line);

const withoutAsking: readonly (HeldReason | undefined)[] = [
  'ACCOUNT_CHANGING',
  'PAYEE_DECEASED',
  'CLOSED_AFTER_DEATH',
];

const NOTHING_TO_TELL = { isOfEstablishment: true, paidCentimes: 0, isPaymentHeld: false, findings: [] };

/** Whether an event is about a payment to an establishment: its account is not asked for by SMS, and nobody else's is. */
function isOfEstablishment(event: ClaimEvent, { claim }: ClaimHistory): boolean {
  return event.type.startsWith('payment.') && 'attempt' in event
    ? paymentAt(claim, event.settlement ?? 1)?.payeeInpe !== undefined
    : false;
}

/** What an establishment is paid by a decision, and what it leaves to the insured. */
function establishmentPart(
  { payment }: Claim,
  decision: DecisionRecord | undefined,
): ToEstablishment | undefined {
  if (payment?.payeeInpe === undefined) return undefined;
  const billedCentimes = (decision?.lines ?? [])
    .filter(({ payeeInpe }) => payeeInpe === payment.payeeInpe)
    .reduce((sum, line) => sum + (line.billedCentimes ?? 0), 0);
  const { amountCentimes: establishmentCentimes } = payment;
  return {
    establishmentCentimes,
    remainingCentimes: Math.max(0, billedCentimes - establishmentCentimes),
  };
}
