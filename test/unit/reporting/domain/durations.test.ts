import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countUpTo,
  histogramOf,
  percentileOf,
  sizeOf,
} from '../../../../contexts/reporting/domain/durations.ts';

/** The nearest-rank percentile by its definition, from the values themselves. */
function percentileOfValues(values: readonly number[], percent: number): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1];
}

const toHistogram = (values: readonly number[]): Map<number, number> => {
  const histogram = new Map<number, number>();
  for (const value of values) histogram.set(value, (histogram.get(value) ?? 0) + 1);
  return histogram;
};

describe('durations kept as a histogram', () => {
  it('give the same median and percentile as the durations themselves', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 80 }),
        fc.integer({ min: 1, max: 100 }),
        (values, percent) => {
          expect(percentileOf(toHistogram(values), percent)).toBe(percentileOfValues(values, percent));
        },
      ),
    );
  });

  it('have no median where nothing was counted', () => {
    expect(percentileOf(new Map(), 50)).toBeUndefined();
  });

  it('tell how many took no longer than the target', () => {
    expect(countUpTo(toHistogram([1, 9, 10, 9, 30]), 9)).toBe(3);
  });

  it('are read from counters by their prefix', () => {
    const histogram = histogramOf(
      new Map([
        ['days:3', 2],
        ['days:11', 1],
        ['minutes:3', 9],
      ]),
      'days:',
    );
    expect([...histogram]).toEqual([
      [3, 2],
      [11, 1],
    ]);
    expect(sizeOf(histogram)).toBe(3);
  });
});
