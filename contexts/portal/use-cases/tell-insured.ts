import type { OwnFileEvent } from '#events';
import { type PortalMessage, portalSms } from '#messaging';
import type { RegistryReader } from '#registry';
import type { Clock, SmsSender } from '#shared';
import type { NoticeStore } from '../ports/portal.ts';

/** A sender that died leaves its message to the next one after this long. */
const LEASE_SECONDS = 30;

export interface TellInsuredDependencies {
  readonly registry: Pick<RegistryReader, 'findPerson'>;
  readonly notices: NoticeStore;
  readonly sms: SmsSender;
  readonly clock: Clock;
}

export type TellInsuredOutcome = 'sent' | 'already-notified' | 'no-recipient';

/**
 * Tells the phone on file what was changed or decided in a person's own file, once for each event. A wish for no SMS does not
 * hold here: whoever has stolen a session could otherwise wish for silence first.
 * @throws ProviderUnavailableError, and Error while another copy is sending: the queue brings the event again
 */
export async function tellInsured(
  event: OwnFileEvent,
  { registry, notices, sms, clock }: TellInsuredDependencies,
): Promise<TellInsuredOutcome> {
  const { registrationNumber } = event;
  const person = await registry.findPerson(registrationNumber);
  if (person?.phone === undefined) return 'no-recipient';
  const message = messageOf(event);
  const { text, language } = portalSms(message, person.language);
  const notice = {
    registrationNumber,
    noticeKey: event.eventId,
    kind: message.kind,
    language,
    text,
    updatedAt: clock().toISOString(),
  };
  const right = await notices.begin(notice, LEASE_SECONDS);
  if (right === 'known') return 'already-notified';
  if (right === 'refused') throw new Error('Another copy of this function is sending the message');
  await notices.recordSent(notice, await sms.send(person.phone, text));
  return 'sent';
}

function messageOf(event: OwnFileEvent): PortalMessage {
  switch (event.type) {
    case 'account.change-requested.v1':
      return { kind: 'account-change-requested', effectiveFrom: event.effectiveFrom };
    case 'account.change-cancelled.v1':
      return { kind: 'account-change-cancelled' };
    case 'dependant.request-decided.v1':
      return { kind: event.isAccepted ? 'dependant-accepted' : 'dependant-refused' };
  }
}
