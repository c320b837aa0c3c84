import {
  type Claim,
  type ClaimHistory,
  type ClaimStore,
  type DecisionRecord,
  type MessageRecord,
  paymentAt,
} from '#claims';
import type { ClaimEvent } from '#events';
import { establishmentOfChannel } from '#intake';
import type { Person, RegistryReader } from '#registry';
import type { Clock, SmsSender } from '#shared';
import { messageDecision } from '../domain/message-decision.ts';
import { messageEventOf } from '../domain/message-event.ts';
import type { MessageEvent, ToEstablishment } from '../domain/message-event.ts';
import { paidForOf } from '../domain/paid-for.ts';
import type { MessageStore } from '../ports/message-store.ts';

/** A sender that died leaves its message to the next one after this long. */
const LEASE_SECONDS = 30;

export interface NotifyPersonDependencies {
  readonly claims: ClaimStore;
  readonly registry: RegistryReader;
  readonly messages: MessageStore;
  readonly sms: SmsSender;
  readonly clock: Clock;
}

export type NotifyPersonOutcome = 'sent' | 'skipped' | 'already-notified' | 'no-message' | 'no-recipient';

/**
 * Tells a person what became of a claim: one SMS for an event, however often it comes, and a record of it. The provider
 * knows no repeated request, so the right to send is taken first; a function that dies between sending and recording may
 * send again after its lease, and this is the only way to two.
 * @throws ProviderUnavailableError, and Error while another copy is sending: the queue brings the event again
 */
export async function notifyPerson(
  event: ClaimEvent,
  dependencies: NotifyPersonDependencies,
): Promise<NotifyPersonOutcome> {
  const { claims, registry } = dependencies;
  const history = await claims.history(event.claimId);
  if (history === undefined) throw new Error('The claim to tell of is not in the claims table');
  const told = messageEventOf(event.type, {
    ...factsOf(event, history),
    documents:
      event.type === 'claim.document-requested.v1' && event.via === 'sms' ? event.documents : undefined,
  });
  if (told === undefined) return 'no-message';
  const { registrationNumber } = history.claim;
  // A claim whose person is not certain tells nobody: it may be someone else's.
  if (registrationNumber === undefined) return 'no-recipient';
  const person = await registry.findPerson(registrationNumber);
  if (person === undefined) return 'no-recipient';
  // A paper is asked for once while people look at the claim, however often it comes back to them.
  const occasion = told.kind === 'piece-missing' ? told.reasonCode : occasionOf(event, history);
  return tell(person, told, { claimId: event.claimId, occasion }, dependencies);
}

async function tell(
  person: Person,
  told: MessageEvent,
  { claimId, occasion }: { readonly claimId: string; readonly occasion: string },
  { messages, sms, clock }: NotifyPersonDependencies,
): Promise<NotifyPersonOutcome> {
  const decision = messageDecision(person, told);
  const common = {
    claimId,
    messageKey: `${told.kind}#${occasion}`,
    kind: told.kind,
    updatedAt: clock().toISOString(),
  };
  if (decision.action === 'skip') {
    const skipped: MessageRecord = { ...common, state: 'SKIPPED', skippedBecause: decision.reason };
    return (await messages.begin(skipped, LEASE_SECONDS)) === 'applied' ? 'skipped' : 'already-notified';
  }
  const { text, language, segments } = decision.sms;
  const message: MessageRecord = { ...common, state: 'SENDING', language, text, segments };
  const right = await messages.begin(message, LEASE_SECONDS);
  if (right === 'known') return 'already-notified';
  if (right === 'refused') throw new Error('Another copy of this function is sending the message');
  await messages.recordSent(message, await sms.send(decision.phone, text));
  return 'sent';
}

/** A payment can come back, and a document be asked for, more than once; each time is an event of its own. */
function occasionOf(event: ClaimEvent, history: ClaimHistory): string {
  if (!('attempt' in event)) return String(timesBefore(event, history) + 1);
  return event.settlement === undefined ? String(event.attempt) : `S${event.settlement}-${event.attempt}`;
}

/** How often the same happened to the claim before. */
function timesBefore({ type, eventId }: ClaimEvent, { events }: ClaimHistory): number {
  const alike = events.filter((event) => event.type === type);
  return Math.max(
    0,
    alike.findIndex((event) => event.eventId === eventId),
  );
}

/** What the event says: of a claim that was paid in part, each decision of what it paid. It may be told late. */
function factsOf(event: ClaimEvent, history: ClaimHistory) {
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
    isPaymentHeld: payment?.state === 'HELD' && payment.heldReason !== 'ACCOUNT_CHANGING',
    findings: decision?.findings ?? [],
    lines: decision?.lines,
    paidFor: decision && paidForOf(decision.lines, isRest ? linesOf(claim.settledPart) : []),
    mayBringPaper: claim.state === 'REFERRED' && establishmentOfChannel(claim.channelId) === undefined,
  };
}

const linesOf = (settled: Claim['settledPart']) => (settled?.lines ?? []).map(({ line }) => line);

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
