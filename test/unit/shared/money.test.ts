import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDirhams, multiplyCentimes } from '../../../contexts/shared/money.ts';

describe('money in whole centimes', () => {
  it.each([
    [0, '0.00'],
    [1, '0.01'],
    [12_345, '123.45'],
    [-5, '-0.05'],
    [1_000_000_000, '10000000.00'],
  ])('%d centimes are written %s dirhams', (centimes, text) => {
    expect(formatDirhams(centimes)).toBe(text);
  });

  it('half a centime is rounded up, less is rounded down', () => {
    expect(multiplyCentimes(1, 1, 2)).toBe(1);
    expect(multiplyCentimes(1, 49, 100)).toBe(0);
    expect(multiplyCentimes(15_050, 7_000, 10_000)).toBe(10_535);
  });

  it('half a centime is rounded up below zero too, more than half is rounded down', () => {
    expect(multiplyCentimes(-1, 1, 2)).toBe(0);
    expect(multiplyCentimes(-3, 1, 4)).toBe(-1);
    expect(multiplyCentimes(-1, 1, 4)).toBe(0);
    expect(multiplyCentimes(-7, 1, 2)).toBe(-3);
    expect(multiplyCentimes(-4, 1, 2)).toBe(-2);
  });

  it('is never off by more than half a centime, whatever is multiplied', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.nat(10_000),
        fc.integer({ min: 1, max: 10_000 }),
        (amount, over, under) => {
          const error =
            2n *
            (BigInt(multiplyCentimes(amount, over, under)) * BigInt(under) - BigInt(amount) * BigInt(over));
          expect(error <= BigInt(under) && error > -BigInt(under)).toBe(true);
        },
      ),
    );
  });

  it('refuses what is no whole number', () => {
    expect(() => multiplyCentimes(1.5, 1, 1)).toThrow('whole numbers');
    expect(() => multiplyCentimes(1, 1, 0)).toThrow('positive');
  });
});
