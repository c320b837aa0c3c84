import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { throttleDelaySeconds } from '../../../contexts/shared/throttle-delay.ts';

describe('how long a throttled message waits', () => {
  it('doubles its ceiling with each refusal, up to a minute', () => {
    const longest = (count: number): number => throttleDelaySeconds(count, () => 0.999_999);
    expect([1, 2, 3, 4, 5, 6, 7, 100].map(longest)).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('is a whole number of seconds that SQS takes, whatever the chance', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        (count, chance) => {
          const delay = throttleDelaySeconds(count, () => chance);
          expect(Number.isInteger(delay) && delay >= 1 && delay <= 900).toBe(true);
        },
      ),
    );
  });
});
