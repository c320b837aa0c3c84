import { describe, expect, it } from 'vitest';
import { type BoxesRequest, priceBoxes } from '../../../../contexts/medicines/domain/price-boxes.ts';
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
