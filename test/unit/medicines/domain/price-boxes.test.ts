import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BoxesRequest, priceBoxes } from '../../../../contexts/medicines/domain/price-boxes.ts';
import { addDays } from '../../../../contexts/shared/time/calendar.ts';
import { medicineOf, priceOf } from '../../../support/medicine-examples.ts';

const priced = (more: Partial<BoxesRequest> = {}) =>
  priceBoxes({
    code: medicineOf().code,
    medicine: medicineOf(),
    dispensedOn: '2026-11-20',
    boxes: 1,
    billedPerBoxCentimes: 9_620,
    ...more,
  });

describe('the price of boxes of a medicine', () => {
  it('is the rate of the base, where the base is below what was billed', () => {
    expect(priced()).toEqual({
      ppvCentimes: 9_620,
      baseCentimes: 8_450,
      basisCentimes: 8_450,
      rateBasisPoints: 7_000,
      paidCentimes: 5_915,
      findings: [],
      ruleIds: [`medicine-${medicineOf().code}-2025-01-01`],
    });
  });

  it('is the rate of what was billed, where that is below the base', () => {
    expect(priced({ billedPerBoxCentimes: 5_000 })).toMatchObject({
      basisCentimes: 5_000,
      paidCentimes: 3_500,
    });
  });

  it('counts each box, and rounds half a centime up once for all of them', () => {
    const medicine = medicineOf({ prices: [priceOf({ ppvCentimes: 2_505, baseCentimes: 2_505 })] });
    // 3 × 25.05 DH × 70 % = 52.605 DH; box by box it would be 3 × 17.54 = 52.62.
    expect(priced({ medicine, boxes: 3, billedPerBoxCentimes: 2_505 })).toMatchObject({
      basisCentimes: 7_515,
      paidCentimes: 5_261,
    });
  });

  it.each([
    ['ABBOTICINE 200 mg, 60 ml', 2_510, 2_510, 1_757],
    ['ABIP 15 mg, 30 tablets', 37_200, 37_200, 26_040],
    ['ACETATE, 10 l', 17_280, 16_140, 11_298],
    ['ACLAV 1 g / 125 mg, two lines of the list and one box', 17_480, 17_480, 12_236],
  ])('of %s is what the list of the fund gives', (_, ppvCentimes, baseCentimes, paidCentimes) => {
    const medicine = medicineOf({ prices: [priceOf({ ppvCentimes, baseCentimes })] });
    expect(priced({ medicine, billedPerBoxCentimes: ppvCentimes }).paidCentimes).toBe(paidCentimes);
  });

  it('is rejected at a rate of 0, with and without a base, and whatever a long disease was granted', () => {
    for (const baseCentimes of [undefined, 2_220]) {
      const medicine = medicineOf({ prices: [priceOf({ baseCentimes, rateBasisPoints: 0 })] });
      for (const rateBasisPoints of [undefined, 9_500])
        expect(priced({ medicine, rateBasisPoints })).toMatchObject({
          basisCentimes: undefined,
          rateBasisPoints: 0,
          paidCentimes: 0,
          findings: [{ kind: 'rejection', code: 'MEDICINE_NOT_REIMBURSABLE' }],
        });
    }
  });

  it('is not known for a code that the list does not have, which is not 0', () => {
    expect(priced({ medicine: undefined })).toMatchObject({
      paidCentimes: undefined,
      findings: [{ kind: 'doubt', code: 'MEDICINE_UNKNOWN', details: { medicineCode: medicineOf().code } }],
      ruleIds: [],
    });
  });

  it('is not known before the first day of the first price, after the last day of the last, nor without a base', () => {
    const ended = medicineOf({ prices: [priceOf({ to: '2026-06-30' })] });
    const doubt = { kind: 'doubt', code: 'MEDICINE_PRICE_UNKNOWN' };
    for (const day of ['2024-12-31', '2026-07-01'])
      expect(priced({ medicine: ended, dispensedOn: day })).toMatchObject({
        paidCentimes: undefined,
        findings: [doubt],
      });
    const without = medicineOf({ prices: [priceOf({ baseCentimes: undefined })] });
    expect(priced({ medicine: without })).toMatchObject({
      basisCentimes: undefined,
      paidCentimes: undefined,
      findings: [{ ...doubt, details: { cause: 'NO_BASE' } }],
    });
  });

  it('is that of the day of dispensing: the last of the old price, the first of the new one', () => {
    const medicine = medicineOf({
      prices: [
        priceOf({ to: '2026-06-30' }),
        priceOf({ from: '2026-07-01', ppvCentimes: 9_000, baseCentimes: 8_000 }),
      ],
    });
    expect(priced({ medicine, dispensedOn: '2025-01-01' }).basisCentimes).toBe(8_450);
    expect(priced({ medicine, dispensedOn: '2026-06-30' }).basisCentimes).toBe(8_450);
    expect(priced({ medicine, dispensedOn: '2026-07-01' }).basisCentimes).toBe(8_000);
  });

  it('takes a higher rate of a long disease, and never a lower one', () => {
    expect(priced({ rateBasisPoints: 9_500 }).paidCentimes).toBe(8_028);
    expect(priced({ rateBasisPoints: 5_000 }).paidCentimes).toBe(5_915);
  });

  it('says so where another price was billed than the public one of the day', () => {
    expect(priced({ billedPerBoxCentimes: 9_621 }).findings).toEqual([
      {
        kind: 'signal',
        code: 'MEDICINE_PRICE_DIFFERS',
        details: { medicineCode: medicineOf().code, billedPerBoxCentimes: 9_621, ppvCentimes: 9_620 },
      },
    ]);
  });

  it.each([0, -1, 1.5])('is not computed for %s boxes', (boxes) => {
    expect(() => priced({ boxes })).toThrow(RangeError);
  });

  it('is not computed of a negative bill', () => {
    expect(() => priced({ billedPerBoxCentimes: -1 })).toThrow(RangeError);
  });
});

/** The same rule once more, by day and in text: what is paid in centimes, or in a word why not. */
function plainly(
  days: readonly { day: number; ppv: number; base: number; rate: 0 | 70 }[],
  on: number,
  boxes: number,
  billed: number,
  longDisease: number,
): string {
  let row: (typeof days)[number] | undefined;
  for (const one of days) if (one.day <= on && (row === undefined || one.day > row.day)) row = one;
  if (row === undefined) return 'no price';
  if (row.rate === 0) return 'not reimbursable';
  if (row.base === 0) return 'no base';
  const hundredths =
    boxes * (billed < row.base ? billed : row.base) * (longDisease > row.rate ? longDisease : row.rate);
  return `${Math.floor((hundredths + 50) / 100)}`;
}

it('pays to the centime what a second, simpler way to compute it says, for any prices, days and boxes', () => {
  const centimes = fc.integer({ min: 1, max: 500_000 });
  const row = fc.record({
    day: fc.integer({ min: 0, max: 60 }),
    ppv: centimes,
    base: fc.oneof(fc.constant(0), centimes),
    rate: fc.constantFrom<0 | 70>(0, 70, 70, 70),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(row, { selector: ({ day }) => day, maxLength: 5 }),
      fc.integer({ min: 0, max: 70 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 0, max: 600_000 }),
      fc.constantFrom(0, 50, 95, 100),
      (days, on, boxes, billed, longDisease) => {
        const dayOf = (day: number): string => addDays('2026-01-01', day);
        const rows = days.toSorted((a, b) => a.day - b.day);
        const prices = rows.map(({ day, ppv, base, rate }, index) => {
          const next = rows[index + 1];
          return priceOf({
            from: dayOf(day),
            to: next && dayOf(next.day - 1),
            ppvCentimes: ppv,
            baseCentimes: base === 0 ? undefined : base,
            rateBasisPoints: rate * 100,
          });
        });
        const { paidCentimes, findings } = priced({
          medicine: medicineOf({ prices }),
          dispensedOn: dayOf(on),
          boxes,
          billedPerBoxCentimes: billed,
          rateBasisPoints: longDisease === 0 ? undefined : longDisease * 100,
        });
        const [first] = findings.filter(({ kind }) => kind !== 'signal');
        const words = {
          MEDICINE_PRICE_UNKNOWN: first?.details?.['cause'] === 'NO_BASE' ? 'no base' : 'no price',
          MEDICINE_NOT_REIMBURSABLE: 'not reimbursable',
        } as Record<string, string>;
        const said = first === undefined ? String(paidCentimes) : words[first.code];
        expect(said).toBe(plainly(days, on, boxes, billed, longDisease));
      },
    ),
    { numRuns: 2_000 },
  );
});
