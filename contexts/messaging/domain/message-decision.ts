import type { Person } from '#registry';
import type { MessageEvent } from './message-event.ts';
import { smsFor, type SmsText } from './sms-text.ts';

export type SkipReason = 'NO_PHONE' | 'OPTED_OUT';

export type MessageDecision =
  /** `phone` is E.164. */
  | { readonly action: 'send'; readonly phone: string; readonly sms: SmsText }
  | { readonly action: 'skip'; readonly reason: SkipReason };

/** Whether a person is notified of an event by SMS, in which words; if not, why, to be kept on record. */
export function messageDecision(
  { phone, language, smsOptOut }: Pick<Person, 'phone' | 'language' | 'smsOptOut'>,
  event: MessageEvent,
): MessageDecision {
  if (smsOptOut) return { action: 'skip', reason: 'OPTED_OUT' };
  if (phone === undefined) return { action: 'skip', reason: 'NO_PHONE' };
  return { action: 'send', phone, sms: smsFor(event, language) };
}
