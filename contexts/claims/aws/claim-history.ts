import * as z from 'zod';
import { decisionRecordSchema } from '../records/decision-record.ts';
import type { ClaimHistory } from '../ports/claim-store.ts';
import { claimItemSchema, EVENT_PREFIX, eventItemSchema, messageItemSchema } from './claims-items.ts';

const keySchema = z.object({ sk: z.string() });
const decidedItemSchema = z.object({
  event: z.object({ eventId: z.string() }),
  decision: decisionRecordSchema.optional(),
});
const reasonedItemSchema = z.object({
  event: z.object({ eventId: z.string() }),
  reason: z.string().optional(),
});

/** Puts together what one Query on a claim gives: the claim, its events in order, its decision, its messages. */
export function parseHistory(items: readonly unknown[]): ClaimHistory | undefined {
  const keyed = items.map((item) => ({ sk: keySchema.parse(item).sk, item }));
  const claimItem = keyed.find(({ sk }) => sk === 'CLAIM');
  if (claimItem === undefined) return undefined;
  const eventItems = keyed.filter(({ sk }) => sk.startsWith(EVENT_PREFIX));
  const decisions = eventItems.flatMap(({ item }) => {
    const { event, decision } = decidedItemSchema.parse(item);
    return decision === undefined ? [] : [[event.eventId, decision] as const];
  });
  return {
    claim: claimItemSchema.parse(claimItem.item),
    decision: decisions.at(-1)?.[1],
    decisions: new Map(decisions),
    events: eventItems.map(({ item }) => eventItemSchema.parse(item).event),
    reasons: new Map(
      eventItems.flatMap(({ item }) => {
        const { event, reason } = reasonedItemSchema.parse(item);
        return reason === undefined ? [] : [[event.eventId, reason] as const];
      }),
    ),
    messages: keyed
      .filter(({ sk }) => sk.startsWith('MESSAGE#'))
      .map(({ item }) => messageItemSchema.parse(item)),
  };
}
