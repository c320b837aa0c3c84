import fc from 'fast-check';
import { expect, it } from 'vitest';
import { priceBoxes } from '../../../../contexts/medicines/domain/price-boxes.ts';
import { addDays } from '../../../../contexts/shared/time/calendar.ts';
import { medicineOf, priceOf } from '../../../support/medicine-examples.ts';

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
        const { paidCentimes, findings } = priceBoxes({
          code: medicineOf().code,
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
