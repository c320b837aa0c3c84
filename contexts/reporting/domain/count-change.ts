import type { PersonEvent } from '#events';
import { countClaimEvent } from './count-claim-event.ts';
import { countFileEvent } from './count-file-event.ts';
import { countPaymentBatchEvent } from './count-orders.ts';
import { countReviewMove } from './count-review-move.ts';
import type { CountedChange } from './counted-change.ts';
import { counterOn } from './counter-on.ts';
import type { Count } from './counts.ts';

/** What a change adds to which figures. Each belongs to the day on which it happened, in Morocco. */
export function countsOf(change: CountedChange): readonly Count[] {
  switch (change.kind) {
    case 'event':
      return countEvent(change);
    case 'message': {
      const messages = counterOn(change.at, 'MESSAGES');
      return change.parts === 0 ? [messages('skipped')] : [messages('sent'), messages('parts', change.parts)];
    }
    case 'review':
      return change.moves.flatMap(countReviewMove);
  }
}

function countEvent(change: Extract<CountedChange, { kind: 'event' }>): readonly Count[] {
  const { event } = change;
  if ('fileId' in event) return countFileEvent(event, change.facts);
  if ('claimId' in event) return countClaimEvent(event, change.facts, change.decision);
  if ('registrationNumber' in event) return countPersonEvent(event);
  return 'remittanceId' in event ? countPaymentBatchEvent(event) : [];
}

function countPersonEvent(event: PersonEvent): readonly Count[] {
  const registration = counterOn(event.occurredAt, 'REGISTRATION');
  if (event.type === 'person.registered.v1') return [registration(`list:${event.listId}:${event.scheme}`)];
  if (event.type === 'coverage.opened.v1') return [registration(`opened:${event.scheme}`)];
  return event.type === 'coverage.closed.v1' ? [registration(`closed:${event.scheme}`)] : [];
}
