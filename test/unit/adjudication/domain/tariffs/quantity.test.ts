import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { priceLine } from '../../../../../contexts/adjudication/domain/tariffs/price-line.ts';
import type { PricingRequest } from '../../../../../contexts/adjudication/domain/tariffs/price-line.ts';
import { currentRuleBook } from '../../../../../contexts/rules/rule-book.ts';

const rules = currentRuleBook();
/** A `Z` of a private provider is worth 10 DH, of which 70 % are paid. */
const price = (changes: Partial<PricingRequest> = {}) =>
  priceLine(
    {
      keyLetter: 'Z',
      coefficientHundredths: 2_500,
      billedCentimes: 1_000_000,
      dateOfCare: '2025-09-03',
      scheme: 'AMO_SALARIE',
      provider: { sector: 'PRIVATE', specialty: 'Radiologie' },
      beneficiary: { kind: 'insured' },
      priorApprovals: [],
      ...changes,
    },
    rules,
  );

describe('how often an act was done', () => {
  it.each([
    [undefined, 25_000, 17_500],
    [1, 25_000, 17_500],
    [2, 50_000, 35_000],
    [10, 250_000, 175_000],
  ])('multiplies the tariff: %s times', (quantity, basisCentimes, paidCentimes) => {
    expect(price({ quantity })).toMatchObject({ unitTariffCentimes: 1_000, basisCentimes, paidCentimes });
  });

  it('never makes more of it than was billed', () => {
    expect(price({ quantity: 2, billedCentimes: 30_000 })).toMatchObject({
      basisCentimes: 30_000,
      paidCentimes: 21_000,
    });
  });

  it('is what an amount above the tariff is measured by', () => {
    const codes = (quantity: number) =>
      price({ quantity, billedCentimes: 50_000 }).findings.map(({ code }) => code);
    expect(codes(1)).toEqual(['BILLED_ABOVE_TARIFF']);
    expect(codes(2)).toEqual([]);
  });

  it('comes to the lesser of the billed amount and unit × coefficient × quantity', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 30 }),
        (billedCentimes, coefficient, quantity) => {
          const { basisCentimes } = price({
            billedCentimes,
            coefficientHundredths: coefficient * 100,
            quantity,
          });
          expect(basisCentimes).toBe(Math.min(billedCentimes, 1_000 * coefficient * quantity));
        },
      ),
    );
  });
});

describe('a consultation', () => {
  const consultation = {
    keyLetter: 'CS',
    provider: { sector: 'PRIVATE', specialty: 'Cardiologie' },
  } as const;
  const doubts = (changes: Partial<PricingRequest>) =>
    price({ ...consultation, coefficientHundredths: 100, ...changes }).findings.filter(
      ({ kind }) => kind !== 'signal',
    );

  it.each([2, 3])('counted %i times is a doubt', (quantity) => {
    expect(doubts({ quantity })).toEqual([
      { kind: 'doubt', code: 'AMOUNT_UNUSUAL', field: 'quantity', details: { quantity } },
    ]);
    expect(doubts({ quantity, coefficientHundredths: undefined })).toHaveLength(1);
  });

  it.each([undefined, 1])('counted %s times is none', (quantity) => {
    expect(doubts({ quantity })).toEqual([]);
  });
});
