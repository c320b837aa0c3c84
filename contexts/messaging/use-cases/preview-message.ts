import type { ClaimHistory } from '#claims';
import type { ClaimEvent } from '#events';
import type { RegistryReader } from '#registry';
import { type MessageDecision, messageDecision } from '../domain/message-decision.ts';
import { messageEventIn } from './message-of-history.ts';

export type PreviewedMessage =
  | MessageDecision
  /** It is not certain whose claim it is, or there is nothing (more) to tell. */
  | { readonly action: 'skip'; readonly reason: 'NOT_IDENTIFIED' | 'NOTHING_TO_TELL' };

/** What notify-person would send for an event that has not happened; nothing is sent or kept. @param history as it would be then */
export async function previewMessage(
  event: ClaimEvent,
  history: ClaimHistory,
  { registry }: { readonly registry: Pick<RegistryReader, 'findPerson'> },
): Promise<PreviewedMessage> {
  const told = messageEventIn(event, history);
  // A paper is asked for once while people look at a claim.
  const isAsked =
    told?.kind === 'piece-missing' &&
    history.messages.some(({ messageKey }) => messageKey === `${told.kind}#${told.reasonCode}`);
  if (told === undefined || isAsked) return { action: 'skip', reason: 'NOTHING_TO_TELL' };
  const { registrationNumber } = history.claim;
  const person = registrationNumber === undefined ? undefined : await registry.findPerson(registrationNumber);
  return person === undefined ? { action: 'skip', reason: 'NOT_IDENTIFIED' } : messageDecision(person, told);
}
