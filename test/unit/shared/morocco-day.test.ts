import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { indexedFile } from '../../../contexts/claims/aws/channel-day.ts';
import { listReceipts } from '../../../contexts/intake/use-cases/list-receipts.ts';
import { createUpload } from '../../../contexts/intake/use-cases/create-upload.ts';
import { monthKey } from '../../../contexts/registration/aws/list-items.ts';
import { addDays } from '../../../contexts/shared/time/calendar.ts';
import { dayInMorocco, monthInMorocco } from '../../../contexts/shared/time/morocco-time.ts';

/** In 2026 Morocco's clock is an hour ahead of UTC, but at UTC from 15 February to 22 March, around Ramadan. */
const JUST_AFTER_MIDNIGHT = '2026-01-31T23:30:00.000Z';
const SAME_HOUR_IN_RAMADAN = '2026-02-28T23:30:00.000Z';

describe('the day in Morocco', () => {
  it.each([
    [JUST_AFTER_MIDNIGHT, '2026-02-01', '2026-02'],
    [SAME_HOUR_IN_RAMADAN, '2026-02-28', '2026-02'],
    ['2026-02-14T23:30:00.000Z', '2026-02-15', '2026-02'],
    ['2026-02-15T23:30:00.000Z', '2026-02-15', '2026-02'],
    ['2026-03-22T22:59:59.999Z', '2026-03-22', '2026-03'],
    ['2026-03-22T23:30:00.000Z', '2026-03-23', '2026-03'],
    ['2025-12-31T23:00:00.000Z', '2026-01-01', '2026-01'],
  ])('at %s is %s, whether Ramadan has set the clock back or not', (instant, day, month) => {
    expect(dayInMorocco(new Date(instant))).toBe(day);
    expect(monthInMorocco(new Date(instant))).toBe(month);
  });

  it('never goes back, and leaves no day out', () => {
    const start = Date.parse('2025-12-01T00:00:00Z');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 * 900 }), (hours) => {
        const day = dayInMorocco(new Date(start + hours * 3_600_000));
        const next = dayInMorocco(new Date(start + (hours + 1) * 3_600_000));
        expect([day, addDays(day, 1)]).toContain(next);
      }),
    );
  });
});

describe('what is filed by a day', () => {
  const receipts = {
    listByDay: () => Promise.resolve({ taken: [], nextCursor: undefined }),
  };
  const clerk = { userId: 'clerk', channelId: 'agency-1' };
  const unasked = {
    registry: { findPerson: () => Promise.reject(new Error('nobody was asked for')) },
    accessLog: { record: () => Promise.reject(new Error('nobody was seen')) },
  };
  const limits = { maxFileBytes: 1, maxPages: 1 } as Parameters<typeof listReceipts>[2]['limits'];

  it.each([
    [JUST_AFTER_MIDNIGHT, '2026-02-01'],
    [SAME_HOUR_IN_RAMADAN, '2026-02-28'],
  ])('at %s is filed, looked for and named under %s', async (instant, day) => {
    const clock = () => new Date(instant);
    const file = { channelId: 'agency-1', uploadedAt: instant, fileId: 'A' } as Parameters<
      typeof indexedFile
    >[0];
    expect(indexedFile(file).gsi2pk).toBe(`CHANNEL#agency-1#${day}`);
    expect(await listReceipts(clerk, { limit: 1 }, { receipts, limits, clock, ...unasked })).toMatchObject({
      day,
    });
    const uploads = {
      createForm: ({ uploadId }: { uploadId: string }) =>
        Promise.resolve({ url: uploadId, fields: {}, expiresInSeconds: 1 }),
    } as unknown as Parameters<typeof createUpload>[2]['uploads'];
    const form = await createUpload(
      'agency-1',
      { contentType: 'image/jpeg' },
      { uploads, clock, randomId: () => 'id', limits },
    );
    expect(form.uploadId).toBe(`${day}/id`);
  });

  it('is filed under the month of that day', () => {
    expect(monthKey({ receivedAt: JUST_AFTER_MIDNIGHT, listId: 'L' }).pk).toBe('LISTS#2026-02');
  });
});
