import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRows } from '../../../../../contexts/medicines/domain/list/merge-rows.ts';
import type { MedicineRow } from '../../../../../contexts/medicines/domain/list/medicine-row.ts';
import { medicineCodeOf, medicineOf, priceOf } from '../../../../support/medicine-examples.ts';

const { code, name, form, pack } = medicineOf();
const rowOf = (line: number, more: Partial<MedicineRow> = {}): MedicineRow => ({
  ...{ line, code, name, form, pack, packUnits: 24, substances: ['cardiopexine'] },
  price: priceOf(),
  ...more,
});
const amoxicillin = rowOf(2, { substances: ['AMOXICILLINE'], strength: '1 G' });
const clavulanic = rowOf(3, { substances: ['ACIDE CLAVULANIQUE'], strength: '125 MG' });

describe('the lines of a list', () => {
  it('of one code are one box, with the substance of each and the price of one', () => {
    const { listed, refused } = mergeRows([amoxicillin, clavulanic]);
    expect(refused).toEqual([]);
    expect(listed).toMatchObject([
      {
        lines: [2, 3],
        medicine: {
          substances: ['ACIDE CLAVULANIQUE', 'AMOXICILLINE'],
          strength: '125 MG / 1 G',
          prices: [priceOf()],
        },
      },
    ]);
  });

  it('make the same medicines in whatever order they stand', () => {
    const rows = [
      amoxicillin,
      clavulanic,
      rowOf(4, { code: medicineCodeOf(2) }),
      rowOf(5, { code: medicineCodeOf(3) }),
      rowOf(6, { code: medicineCodeOf(3), price: priceOf({ from: '2026-01-01', ppvCentimes: 9_700 }) }),
    ];
    const medicinesOf = (some: readonly MedicineRow[]) =>
      mergeRows(some)
        .listed.map(({ medicine }) => medicine)
        .toSorted((a, b) => (a.code < b.code ? -1 : 1));
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(medicinesOf(shuffled)).toEqual(medicinesOf(rows));
      }),
    );
  });

  it('with several first days are the prices of one box, each of which ends before the next', () => {
    const later = rowOf(1, {
      name: 'CARDIOPEX NEW',
      price: priceOf({ from: '2026-01-01', ppvCentimes: 9_700 }),
    });
    const { listed } = mergeRows([later, rowOf(2)]);
    expect(listed).toMatchObject([
      {
        medicine: {
          name: 'CARDIOPEX NEW',
          prices: [{ to: '2025-12-31' }, { from: '2026-01-01' }],
        },
      },
    ]);
  });

  it.each([
    ['price', { ppvCentimes: 9_700 }],
    ['base', { baseCentimes: 8_000 }],
    ['rate', { rateBasisPoints: 0 }],
    ['last day', { to: '2026-12-31' }],
  ])('that contradict each other in the %s of one code are refused with all of it', (_, more) => {
    const { listed, refused } = mergeRows([
      amoxicillin,
      clavulanic,
      rowOf(4, { price: priceOf(more) }),
      rowOf(5, { code: medicineCodeOf(2) }),
    ]);
    expect(listed.map(({ lines }) => lines)).toEqual([[5]]);
    expect(refused.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(refused[2]?.reason).toMatch(/^price: line 2 has another price/);
    expect(refused[0]?.reason).toMatch(/^code: line 4, which has the same code, was refused/);
  });

  it('are refused where a price runs into the next one', () => {
    const { listed, refused } = mergeRows([
      rowOf(2, { price: priceOf({ to: '2026-01-01' }) }),
      rowOf(3, { price: priceOf({ from: '2026-01-01', ppvCentimes: 9_700 }) }),
    ]);
    expect(listed).toEqual([]);
    expect(refused[0]).toMatchObject({ line: 2, reason: expect.stringMatching(/^to: line 3/) as string });
  });

  it('that were refused take the others of their code with them, and no other code', () => {
    const { listed, refused } = mergeRows([
      amoxicillin,
      { line: 3, code: amoxicillin.code, reason: 'rate: it must be 0 or 70 %' },
      { line: 4, reason: 'code: it is missing' },
      rowOf(5, { code: medicineCodeOf(2) }),
    ]);
    expect(listed.map(({ lines }) => lines)).toEqual([[5]]);
    expect(refused.map(({ line }) => line)).toEqual([2, 3, 4]);
  });
});
