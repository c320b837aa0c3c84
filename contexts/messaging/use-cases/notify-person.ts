import type { ClaimHistory, ClaimStore, MessageRecord } from '#claims';
import type { ClaimEvent } from '#events';
import type { Person, RegistryReader } from '#registry';
import type { Clock, SmsSender } from '#shared';
import { messageDecision } from '../domain/message-decision.ts';
import type { MessageEvent } from '../domain/message-event.ts';
import { messageEventIn, timesBefore } from './message-of-history.ts';
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
  const told = messageEventIn(event, history);
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
