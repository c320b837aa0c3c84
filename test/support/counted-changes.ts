import fc from 'fast-check';
import type { CountedChange, PlacedChange } from '../../contexts/reporting/domain/counted-change.ts';
import { schemes } from '../../contexts/shared/identifiers/schemes.ts';
import type { EventFacts } from '../../contexts/events/event-facts.ts';

const instant = fc
  .integer({ min: 0, max: 3 * 24 * 60 - 1 })
  .map((minutes) => new Date(Date.UTC(2026, 10, 19) + minutes * 60_000).toISOString());
const depositDate = fc
  .integer({ min: 0, max: 30 })
  .map((days) => new Date(Date.UTC(2026, 9, 20 + days)).toISOString().slice(0, 10));
const channelId = fc.constantFrom('agency-rabat-01', 'agency-fes-01', 'shop-agadir-07');

const claimChange = fc
  .record({
    type: fc.constantFrom(
      'claim.approved.v1' as const,
      'claim.rejected.v1' as const,
      'claim.referred.v1' as const,
      'claim.incomplete.v1' as const,
      'claim.corrected.v1' as const,
      'claim.drafted.v1' as const,
    ),
    occurredAt: instant,
    channelId,
    depositDate,
    scheme: fc.option(fc.constantFrom(...schemes), { nil: undefined }),
    isFirstDecision: fc.boolean(),
  })
  .map(({ type, occurredAt, channelId: channel, ...facts }): CountedChange => ({
    kind: 'event',
    event: { type, eventId: 'A-1#2', occurredAt, claimId: 'A-1', channelId: channel },
    facts,
  }));

const fileChange = fc
  .record({ occurredAt: instant, channelId, pageCount: fc.integer({ min: 1, max: 9 }) })
  .map(({ occurredAt, channelId: channel, pageCount }): CountedChange => ({
    kind: 'event',
    event: { type: 'file.accepted.v1', eventId: 'A#1', occurredAt, fileId: 'A', channelId: channel },
    facts: { pageCount },
  }));

const messageChange = fc
  .record({ at: instant, parts: fc.integer({ min: 0, max: 2 }) })
  .map((message): CountedChange => ({ kind: 'message', ...message }));

const reviewChange = fc
  .record({ at: instant, by: fc.constantFrom('r1', 'r2'), what: fc.constantFrom('taken', 'submitted') })
  .map((move): CountedChange => ({ kind: 'review', moves: [move] }));

/** Any changes of some shards, each with its changes in the order of their stream. */
export const shardsOfChanges: fc.Arbitrary<readonly (readonly PlacedChange[])[]> = fc.array(
  fc
    .array(
      fc.tuple(
        fc.integer({ min: 1, max: 1000 }),
        fc.oneof(claimChange, fileChange, messageChange, reviewChange, fc.constant(undefined)),
      ),
      { maxLength: 40 },
    )
    .map((steps) => {
      // Sequence numbers only grow; they have more digits than a number holds.
      let place = 99_999_999_999_999_999_990n;
      return steps.map(([step, change]): PlacedChange => {
        place += BigInt(step);
        return { sequenceNumber: place.toString(), change };
      });
    }),
  { minLength: 1, maxLength: 4 },
);

export const referral = (
  sequenceNumber: string,
  facts: EventFacts = {},
  occurredAt = '2026-11-20T10:00:00.000Z',
): PlacedChange => ({
  sequenceNumber,
  change: {
    kind: 'event',
    event: { type: 'claim.referred.v1', eventId: 'A-1#2', occurredAt, claimId: 'A-1', channelId: 'c' },
    facts: { depositDate: '2026-11-18', isFirstDecision: true, ...facts },
  },
});
