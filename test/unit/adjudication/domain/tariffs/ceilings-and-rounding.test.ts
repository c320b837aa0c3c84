import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { multiplyCentimes } from '../../../../../contexts/shared/money.ts';
import { applyCeilings } from '../../../../../contexts/adjudication/domain/tariffs/ceilings.ts';
import { roundOnce } from '../../../../../contexts/adjudication/domain/tariffs/rounding.ts';
import { currentRuleBook } from '../../../../../contexts/rules/rule-book.ts';

const rules = currentRuleBook();
const prosthesis = (paidCentimes: number) => ({ code: 'D_PROTHESE', dateOfCare: '2025-09-03', paidCentimes });
const before = (centimes: number) => new Map([['ceiling-dental-prostheses', centimes]]);

describe('the ceiling of dental prostheses: 3,000 DH in two years', () => {
  it('leaves what is under it, and acts it is not about, as they are', () => {
    const lines = [prosthesis(100_000), { ...prosthesis(900_000), code: 'CS' }];
    const capped = applyCeilings(lines, before(200_000), rules);
    expect(capped.map(({ paidCentimes }) => paidCentimes)).toEqual([100_000, 900_000]);
    expect(capped.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('pays up to it and rejects what comes after', () => {
    const capped = applyCeilings([prosthesis(200_000), prosthesis(50_000)], before(150_000), rules);
    expect(capped.map(({ paidCentimes }) => paidCentimes)).toEqual([150_000, 0]);
    expect(capped.flatMap(({ findings }) => findings.map(({ kind }) => kind))).toEqual([
      'signal',
      'rejection',
    ]);
  });

  it('doubts every line where nobody told what was paid before', () => {
    const capped = applyCeilings([prosthesis(1), prosthesis(1)], new Map(), rules);
    expect(capped.map(({ findings }) => findings[0]?.kind)).toEqual(['doubt', 'doubt']);
  });

  it('pays the same in all, whatever the order of the lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 200_000 })),
        fc.integer({ min: 0, max: 400_000 }),
        (amounts, paid) => {
          const total = (some: readonly number[]) =>
            applyCeilings(some.map(prosthesis), before(paid), rules).reduce(
              (sum, { paidCentimes }) => sum + paidCentimes,
              0,
            );
          expect(total(amounts.toReversed())).toBe(total(amounts));
          expect(total(amounts)).toBeLessThanOrEqual(Math.max(0, 300_000 - paid));
        },
      ),
    );
  });
});

describe('rounding once for the claim', () => {
  it('gives the lines exactly the total, each within a centime of its own amount', () => {
    const share = fc.record({
      basisCentimes: fc.integer({ min: 0, max: 10_000_000 }),
      rateBasisPoints: fc.integer({ min: 0, max: 10_000 }),
    });
    fc.assert(
      fc.property(fc.array(share), (shares) => {
        const rounded = roundOnce(shares);
        const exact = shares.map(({ basisCentimes, rateBasisPoints }) => basisCentimes * rateBasisPoints);
        const sum = exact.reduce((total, amount) => total + amount, 0);
        expect(rounded.reduce((total, amount) => total + amount, 0)).toBe(multiplyCentimes(sum, 1, 10_000));
        for (const [index, amount] of rounded.entries()) {
          expect(Math.abs(amount - (exact[index] ?? 0) / 10_000)).toBeLessThan(1);
        }
      }),
    );
  });
});
