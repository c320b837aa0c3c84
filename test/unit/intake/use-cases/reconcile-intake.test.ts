import { describe, expect, it, vi } from 'vitest';
import { countIntake } from '../../../../contexts/intake/use-cases/reconcile-intake.ts';
import type { FileState } from '../../../../contexts/claims/domain/states.ts';
import { fileIdOf } from '../../../../contexts/intake/domain/receipt.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const upload = (name: string) => ({ bucket: 'b', key: `incoming/shop-1/2026-11-21/${name}`, versionId: '1' });

function countWith(
  uploads: readonly (readonly [string, number])[],
  known: readonly (readonly [string, FileState])[],
) {
  return countIntake({
    clock: () => NOW,
    graceMinutes: 15,
    lookBackMinutes: 1440,
    uploads: {
      listChannels: () => Promise.resolve(['shop-1']),
      async *listUploads() {
        await Promise.resolve();
        for (const [name, minutes] of uploads)
          yield { upload: upload(name), uploadedAt: minutesAgo(minutes) };
      },
    },
    files: {
      listByChannelDay: (channelId) =>
        Promise.resolve(
          channelId === 'shop-1'
            ? known.map(([name, state]) => ({ fileId: fileIdOf(upload(name)), state }))
            : [],
        ),
    },
  });
}

describe('uploads are counted against the table', () => {
  it('received = claims + duplicates + quarantined', async () => {
    const names = ['a', 'b', 'c', 'd'] as const;
    const known = [
      ['a', 'READ'],
      ['b', 'ACCEPTED'],
      ['c', 'DUPLICATE'],
      ['d', 'QUARANTINED'],
    ] as const;
    const [count] = await countWith(
      names.map((name) => [name, 60]),
      known,
    );
    expect(count).toEqual({
      channelId: 'shop-1',
      received: 4,
      claimed: 2,
      duplicates: 1,
      quarantined: 1,
      missing: [],
    });
  });

  it('names an upload that nobody received', async () => {
    const [count] = await countWith(
      [
        ['a', 60],
        ['lost', 60],
      ],
      [['a', 'READ']],
    );
    expect(count?.missing).toEqual([upload('lost')]);
  });

  it('does not miss what may still be on its way', async () => {
    const [count] = await countWith([['fresh', 5]], []);
    expect(count).toMatchObject({ received: 0, missing: [] });
  });

  it('of every channel but the one that cannot be counted, which is named', async () => {
    const notCounted = vi.fn();
    const counting = (more: object) =>
      countIntake({
        clock: () => NOW,
        graceMinutes: 15,
        lookBackMinutes: 1440,
        uploads: {
          listChannels: () => Promise.resolve(['shop-1', 'shop-2', 'shop-3']),
          async *listUploads(channelId) {
            await Promise.resolve();
            if (channelId === 'shop-2') throw new Error('The listing broke off');
            yield { upload: upload(channelId), uploadedAt: minutesAgo(60) };
          },
        },
        files: { listByChannelDay: () => Promise.resolve([]) },
        ...more,
      });
    const counts = await counting({ notCounted });
    expect(counts.map(({ channelId, missing }) => [channelId, missing.length])).toEqual([
      ['shop-1', 1],
      ['shop-3', 1],
    ]);
    expect(notCounted.mock.calls).toEqual([['shop-2', expect.any(Error)]]);
    await expect(counting({})).rejects.toThrow('broke off');
  });
});
