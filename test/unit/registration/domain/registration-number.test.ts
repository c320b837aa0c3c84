import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createNumberSource,
  identityOf,
} from '../../../../contexts/registration/domain/registration-number.ts';

const SECRET = 'a secret of the tests, long enough for numbers';
const source = createNumberSource(SECRET);

describe('registration numbers', () => {
  it('have nine digits and do not begin with a zero, and are the same for the same identity and attempt', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(50), (identity, attempt) => {
        const number = source.numberFor(identity, attempt);
        expect(number).toMatch(/^[1-9]\d{8}$/);
        expect(createNumberSource(SECRET).numberFor(identity, attempt)).toBe(number);
      }),
    );
  });

  it('are others with another secret and for another attempt', () => {
    const other = createNumberSource(`${SECRET} no more`);
    expect(other.numberFor('CIN:AB123456', 0)).not.toBe(source.numberFor('CIN:AB123456', 0));
    expect(source.numberFor('CIN:AB123456', 1)).not.toBe(source.numberFor('CIN:AB123456', 0));
  });

  it('lie evenly over all numbers, though identities follow each other', () => {
    const buckets = new Array<number>(90).fill(0);
    const count = 45_000;
    for (let index = 0; index < count; index += 1) {
      const number = Number(source.numberFor(`CIN:AB${(100_000 + index).toString()}`, 0));
      const bucket = Math.floor((number - 100_000_000) / 10_000_000);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    const expected = count / buckets.length;
    const chiSquare = buckets.reduce((sum, found) => sum + (found - expected) ** 2 / expected, 0);
    // 89 degrees of freedom: more than 150 would come by chance once in ten thousand secrets.
    expect(chiSquare).toBeLessThan(150);
  });

  it('do not follow the order of identities', () => {
    const numbers = Array.from({ length: 2_000 }, (_, index) =>
      Number(source.numberFor(`CIN:A${index.toString()}`, 0)),
    );
    const rising = numbers.filter((number, index) => number > (numbers[index - 1] ?? Infinity)).length;
    expect(rising).toBeGreaterThan(900);
    expect(rising).toBeLessThan(1_100);
  });

  it('need a secret worth the name', () => {
    expect(() => createNumberSource('short')).toThrow('fewer than 32 characters');
  });
});

describe('the identity a number is given to', () => {
  it('is the CIN, else the RAMED number of the household, else nobody is registered', () => {
    expect(identityOf({ cin: 'AB123456', ramedNumber: '0041' })).toBe('CIN:AB123456');
    expect(identityOf({ ramedNumber: '0041' })).toBe('RAMED:0041');
    expect(() => identityOf({})).toThrow('cannot be registered');
  });
});
