import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import {
  addDays,
  addMonths,
  completedYears,
  daysBetween,
  firstOfMonthAfter,
  isIsoDate,
  monthsBefore,
} from '../../../../contexts/shared/time/calendar.ts';

const days = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays('1900-01-01', count));

describe('the calendar', () => {
  it('clamps months to the end of the month', () => {
    expect(addMonths('2024-12-31', 2)).toBe('2025-02-28');
    expect(addMonths('2023-12-31', 2)).toBe('2024-02-29');
    expect(addMonths('2025-07-31', 2)).toBe('2025-09-30');
  });

  it('knows which days exist', () => {
    expect(['2024-02-29', '2025-12-31'].every(isIsoDate)).toBe(true);
    expect(['2025-02-29', '2025-13-01', '2025-1-1', '20250101', '', '2025-01-01T00:00'].some(isIsoDate)).toBe(
      false,
    );
  });

  it('counts completed years', () => {
    expect(completedYears('2003-09-03', '2025-09-02')).toBe(21);
    expect(completedYears('2003-09-03', '2025-09-03')).toBe(22);
    expect(completedYears('2004-02-29', '2025-02-28')).toBe(20);
    expect(completedYears('2004-02-29', '2025-03-01')).toBe(21);
  });

  it('lists months across the turn of the year', () => {
    expect(monthsBefore('2025-02-15', 3)).toEqual(['2025-01', '2024-12', '2024-11']);
    expect(firstOfMonthAfter('2025-11-20', 3)).toBe('2026-02-01');
    expect(firstOfMonthAfter('2025-12-01', 0)).toBe('2025-12-01');
  });

  it('agrees with Temporal on days and months', () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 40 }), (a, b, months) => {
        expect(daysBetween(a, b)).toBe(Temporal.PlainDate.from(a).until(b, { largestUnit: 'day' }).days);
        const month = Temporal.PlainYearMonth.from(a.slice(0, 7));
        expect(monthsBefore(a, months).at(-1)).toBe(month.subtract({ months }).toString());
        expect(firstOfMonthAfter(a, months)).toBe(`${month.add({ months }).toString()}-01`);
      }),
    );
  });
});
