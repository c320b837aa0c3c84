import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campaignProgress } from '../../../../contexts/messaging/domain/campaign-progress.ts';
import { advanced, personMessageKeyOf, placeOf } from '../../../../contexts/messaging/domain/campaign.ts';
import { sendingWindow } from '../../../../contexts/messaging/domain/sending-window.ts';
import { campaignOf } from '../../../support/campaign-samples.ts';

const noon = new Date('2026-06-10T11:00:00Z');
const conditions = { isPaused: false, messagesPerSecond: 20, window: sendingWindow(9, 20) };

describe('a campaign', () => {
  it('has every message at one place of its parts, whatever their size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 0, max: 20_000 }),
        (partSize, cursor) => {
          const { part, offset } = placeOf({ partSize }, cursor);
          expect((part - 1) * partSize + offset).toBe(cursor);
          expect(offset).toBeLessThan(partSize);
        },
      ),
    );
  });

  it('counts what was sent and skipped up to its cursor, and is done at the last', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom('sent', 'skipped'), { maxLength: 9 })), (steps) => {
        const total = steps.flat().length;
        let campaign = campaignOf('L', total);
        for (const fates of steps) campaign = { ...campaign, ...advanced(campaign, fates, 'later') };
        expect(campaign.cursor).toBe(total);
        expect(campaign.sent + campaign.skipped).toBe(total);
        expect(campaign.sent).toBe(steps.flat().filter((fate) => fate === 'sent').length);
        expect(campaign.state).toBe(steps.length === 0 ? 'OPEN' : 'DONE');
      }),
    );
  });

  it('tells a number once for all lists, and a change once for its line', () => {
    const keys = (['registered', 'coverage-changed', 'coverage-closed'] as const).flatMap((kind) =>
      ['A', 'B'].flatMap((listId) => [1, 2].map((line) => personMessageKeyOf(listId, { kind, line }))),
    );
    expect(new Set(keys).size).toBe(1 + 4 + 4);
  });
});

describe('how far campaigns are', () => {
  it('says when each is done: one after the other, in the hours of the day', () => {
    const progress = campaignProgress(
      [
        campaignOf('DONE', 10, { state: 'DONE', cursor: 10, sent: 9, skipped: 1 }),
        campaignOf('A', 72_000, { cursor: 36_000, sent: 36_000 }),
        campaignOf('B', 20 * 3600 * 9),
      ],
      conditions,
      noon,
    );
    expect(progress.campaigns.map(({ left, doneAt }) => [left, doneAt?.toISOString()])).toEqual([
      [0, undefined],
      [36_000, '2026-06-10T11:30:00.000Z'],
      // 8 hours are left today, 9:30 are needed.
      [648_000, '2026-06-11T09:30:00.000Z'],
    ]);
    expect(progress).toMatchObject({ left: 684_000, waits: undefined });
  });

  it('says why nothing goes out, where something is left', () => {
    const night = new Date('2026-06-10T22:00:00Z');
    const open = [campaignOf('A', 10)];
    expect(campaignProgress(open, conditions, night).waits).toEqual({
      because: 'window-closed',
      opensAt: new Date('2026-06-11T08:00:00Z'),
    });
    const paused = campaignProgress(open, { ...conditions, isPaused: true }, noon);
    expect(paused.waits).toEqual({ because: 'paused' });
    expect(paused.campaigns[0]?.doneAt).toBeUndefined();
    const nothing = [campaignOf('A', 1, { state: 'DONE', cursor: 1, sent: 1 })];
    expect(campaignProgress(nothing, { ...conditions, isPaused: true }, night).waits).toBeUndefined();
  });
});
