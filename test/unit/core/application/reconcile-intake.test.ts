import { describe, expect, it } from 'vitest';
import { countIntake } from '../../../../core/application/reconcile-intake.ts';
import type { FileState } from '../../../../core/domain/claims/states.ts';
import { fileIdOf } from '../../../../core/domain/intake/receipt.ts';

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
});
