import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closesAt,
  doneAt,
  isOpen,
  opensAt,
  sendingWindow,
} from '../../../../contexts/messaging/domain/sending-window.ts';

const window = sendingWindow(9, 20);
const always = sendingWindow(0, 24);
const at = (iso: string): Date => new Date(iso);

describe('the hours in which people are texted', () => {
  it.each([
    // Morocco is an hour ahead of UTC.
    ['2026-06-10T07:59:59.999Z', false],
    ['2026-06-10T08:00:00Z', true],
    ['2026-06-10T18:59:59.999Z', true],
    ['2026-06-10T19:00:00Z', false],
    // In Ramadan (15 February to 22 March in 2026) its clock is that of UTC.
    ['2026-03-01T08:59:59.999Z', false],
    ['2026-03-01T09:00:00Z', true],
    ['2026-03-01T19:30:00Z', true],
    ['2026-03-01T20:00:00Z', false],
    // And an hour ahead again after it.
    ['2026-03-24T08:00:00Z', true],
    ['2026-03-24T19:00:00Z', false],
    // Since 20 September 2026 it is that of UTC for good.
    ['2026-11-22T08:30:00Z', false],
    ['2026-11-22T19:30:00Z', true],
  ])('at %s: open %s', (instant, open) => {
    expect(isOpen(window, at(instant))).toBe(open);
  });

  it('open next in the morning, of today or of tomorrow', () => {
    expect(opensAt(window, at('2026-06-10T03:00:00Z'))).toEqual(at('2026-06-10T08:00:00Z'));
    expect(opensAt(window, at('2026-06-10T19:00:00Z'))).toEqual(at('2026-06-11T08:00:00Z'));
    expect(opensAt(window, at('2026-06-10T12:00:00Z'))).toEqual(at('2026-06-10T12:00:00Z'));
    // Late on the eve of a year, when it is the new year there.
    expect(opensAt(window, at('2024-12-31T23:30:00Z'))).toEqual(at('2025-01-01T08:00:00Z'));
  });

  it('open next by the clock of the next day where it changes overnight', () => {
    // 14 February 2026 is ahead, 15 February is not: nine o’clock comes an hour later.
    expect(opensAt(window, at('2026-02-14T19:30:00Z'))).toEqual(at('2026-02-15T09:00:00Z'));
    expect(opensAt(window, at('2026-03-21T20:30:00Z'))).toEqual(at('2026-03-22T08:00:00Z'));
  });

  it('close in the evening, and are closed where they are not open', () => {
    expect(closesAt(window, at('2026-06-10T12:00:00Z'))).toEqual(at('2026-06-10T19:00:00Z'));
    expect(closesAt(window, at('2026-06-10T22:00:00Z'))).toEqual(at('2026-06-10T22:00:00Z'));
  });

  it('are all day where a stage says so', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2020-01-01'), max: at('2035-12-31'), noInvalidDate: true }),
        (instant) => {
          expect(isOpen(always, instant)).toBe(true);
        },
      ),
    );
  });

  it('are eleven hours on every day of many years, whatever the clock does', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2020-01-01'), max: at('2035-12-31'), noInvalidDate: true }),
        (instant) => {
          const opening = opensAt(window, instant);
          expect(isOpen(window, opening)).toBe(true);
          expect(opening.getTime() - instant.getTime()).toBeLessThanOrEqual(14 * 3_600_000);
          const closing = closesAt(window, opening);
          expect(isOpen(window, closing)).toBe(false);
          expect(isOpen(window, new Date(closing.getTime() - 1))).toBe(true);
          expect(closing.getTime() - opening.getTime()).toBeLessThanOrEqual(11 * 3_600_000);
        },
      ),
    );
  });

  it('cannot be set so that nobody is ever told', () => {
    expect(() => sendingWindow(20, 9)).toThrow('Hours from 20 until 9 are never open: say a later end');
  });
});

describe('when a campaign will be done', () => {
  it('counts open hours only', () => {
    // 20 a second make 792,000 in eleven hours: 11 million take 13 whole days and a part of the next.
    const done = doneAt(window, at('2026-06-01T08:00:00Z'), 11_000_000, 20);
    expect(done.toISOString().slice(0, 10)).toBe('2026-06-14');
    expect(isOpen(window, done)).toBe(true);
  });

  it('is now where nothing is left, and in the morning where it is night', () => {
    const noon = at('2026-06-01T12:00:00Z');
    expect(doneAt(window, noon, 0, 20)).toEqual(noon);
    expect(doneAt(window, at('2026-06-01T02:00:00Z'), 20, 20)).toEqual(at('2026-06-01T08:00:01Z'));
    expect(doneAt(always, noon, 86_400 * 20, 20)).toEqual(at('2026-06-02T12:00:00Z'));
  });
});
