import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordStatistics } from '../../../../contexts/reporting/use-cases/record-statistics.ts';
import type { PlacedChange } from '../../../../contexts/reporting/domain/counted-change.ts';
import { referral, shardsOfChanges } from '../../../support/counted-changes.ts';
import { MemoryFigures } from '../../../support/memory-figures.ts';

/** Each shard in one batch, once. */
async function countedPlainly(shards: readonly (readonly PlacedChange[])[]): Promise<Record<string, number>> {
  const figures = new MemoryFigures();
  for (const [index, changes] of shards.entries()) await recordStatistics(`shard-${index}`, changes, figures);
  return figures.all();
}

/**
 * How Lambda may deliver: from where the shard stands, a batch of any length; or again from somewhere before, as after a crash
 * or a change of the mapping. The shards are drawn in any order.
 */
const deliveries = fc.array(
  fc.record({ shard: fc.nat(3), goesBack: fc.nat(10), length: fc.integer({ min: 1, max: 15 }) }),
  { maxLength: 60 },
);

async function deliver(
  shards: readonly (readonly PlacedChange[])[],
  batches: readonly { shard: number; goesBack: number; length: number }[],
  figures: MemoryFigures,
): Promise<void> {
  const next = shards.map(() => 0);
  for (const { shard, goesBack, length } of batches) {
    const index = shard % shards.length;
    const start = Math.max((next[index] ?? 0) - goesBack, 0);
    const batch = shards[index]?.slice(start, start + length) ?? [];
    try {
      await recordStatistics(`shard-${index}`, batch, figures);
      next[index] = Math.max(next[index] ?? 0, start + batch.length);
    } catch {
      // Killed: the shard stands where it stood, and the batch is retried, perhaps cut otherwise.
    }
  }
  figures.dies = () => undefined;
  for (const [index, changes] of shards.entries())
    await recordStatistics(`shard-${index}`, changes.slice(next[index]), figures);
}

describe('keeping figures', () => {
  it('gives the same sums however batches are cut, repeated and mixed', async () => {
    await fc.assert(
      fc.asyncProperty(shardsOfChanges, deliveries, async (shards, batches) => {
        const figures = new MemoryFigures();
        await deliver(shards, batches, figures);
        expect(figures.all()).toEqual(await countedPlainly(shards));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same sums however often it is killed, before or after a write', async () => {
    const deaths = fc.infiniteStream(
      fc.constantFrom<'before' | 'after' | undefined>('before', 'after', undefined, undefined),
    );
    await fc.assert(
      fc.asyncProperty(shardsOfChanges, deliveries, deaths, async (shards, batches, ends) => {
        const figures = new MemoryFigures();
        figures.dies = () => {
          const end = ends.next();
          return end.done === true ? undefined : end.value;
        };
        await deliver(shards, batches, figures);
        expect(figures.all()).toEqual(await countedPlainly(shards));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same sums when two copies of the function count the same shard at once', async () => {
    await fc.assert(
      fc.asyncProperty(shardsOfChanges, fc.nat(20), async (shards, cut) => {
        const figures = new MemoryFigures();
        const both = shards.flatMap((changes, index) => [
          recordStatistics(`shard-${index}`, changes.slice(0, cut), figures),
          recordStatistics(`shard-${index}`, changes.slice(0, cut), figures),
        ]);
        await Promise.all(both);
        for (const [index, changes] of shards.entries())
          await recordStatistics(`shard-${index}`, changes.slice(cut), figures);
        expect(figures.all()).toEqual(await countedPlainly(shards));
      }),
    );
  });

  it('tells shards apart whose sequence numbers overlap', async () => {
    const figures = new MemoryFigures();
    await recordStatistics('one', [referral('9')], figures);
    await recordStatistics('other', [referral('5')], figures);
    expect(figures.all()['2026-11-20 CLAIMS first:referred']).toBe(2);
  });

  it('compares sequence numbers as numbers, not as text', async () => {
    const figures = new MemoryFigures();
    expect(await recordStatistics('one', [referral('9')], figures)).toBe(1);
    expect(await recordStatistics('one', [referral('10')], figures)).toBe(1);
    expect(await recordStatistics('one', [referral('9'), referral('10')], figures)).toBe(0);
  });

  it('never writes more items at once than a transaction takes', async () => {
    const figures = new MemoryFigures();
    const manyChannels = Array.from({ length: 500 }, (_, index): PlacedChange => {
      const change = {
        kind: 'event',
        event: {
          type: 'file.accepted.v1',
          eventId: 'A#1',
          occurredAt: '2026-11-20T10:00:00.000Z',
          fileId: 'A',
          channelId: `shop-${index}`,
        },
        facts: { pageCount: 1 },
      } as const;
      return { sequenceNumber: String(index + 1), change };
    });
    await recordStatistics('one', manyChannels, figures);
    expect(figures.largestWrite).toBeLessThanOrEqual(100);
    expect(figures.all()['2026-11-20 FILES accepted']).toBe(500);
  });
});
