import fc from 'fast-check';
import { expect, it } from 'vitest';
import { adjudicate } from '../../../../../contexts/adjudication/domain/adjudicate.ts';
import { medicineCodeOf, medicineOf, priceOf } from '../../../../support/medicine-examples.ts';
import { claimInput, field, provider } from '../claim-builder.ts';

const box = fc.record({
  ppvCentimes: fc.integer({ min: 100, max: 60_000 }),
  base: fc.option(fc.integer({ min: 50, max: 60_000 }), { nil: undefined, freq: 6 }),
  rate: fc.constantFrom(7_000, 7_000, 7_000, 0),
  boxes: fc.integer({ min: 1, max: 5 }),
});

/** Hundredths of a centime, half up: the rules in words, and nothing of the code. */
const dueFor = ({
  ppvCentimes,
  base,
  rate,
  boxes,
}: {
  ppvCentimes: number;
  base: number;
  rate: number;
  boxes: number;
}) => Math.floor((boxes * Math.min(ppvCentimes, base) * rate + 5_000) / 10_000);

it('a form pays for medicines what a pencil comes to, and for a box that is not known nothing yet', () => {
  fc.assert(
    fc.property(
      fc.array(box, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: -1, max: 1 }),
      (lines, off) => {
        const medicines = lines.map(({ ppvCentimes, base, rate }, index) =>
          medicineOf({
            code: medicineCodeOf(index + 1),
            prices: [priceOf({ ppvCentimes, baseCentimes: base, rateBasisPoints: rate })],
          }),
        );
        const billed = lines.reduce((sum, { ppvCentimes, boxes }) => sum + ppvCentimes * boxes, 0);
        const decision = adjudicate(
          claimInput({
            pharmacy: provider({ inpe: '092307418', name: 'Pharmacie Ennakhil', specialty: 'Pharmacie' }),
            medicines: new Map(medicines.map((medicine) => [medicine.code, medicine])),
            form: {
              totalCentimes: field(25_000 + billed + off),
              dispensing: {
                pharmacyInpe: field('092307418'),
                dispensedOn: field('2025-09-04'),
                totalCentimes: undefined,
                medicines: lines.map(({ ppvCentimes, boxes }, index) => ({
                  code: field(medicineCodeOf(index + 1), { evidence: ['BARCODE'] }),
                  name: undefined,
                  quantity: field(boxes),
                  unitPriceCentimes: field(ppvCentimes),
                  billedCentimes: undefined,
                  source: field('').source,
                })),
              },
            },
          }),
        );
        const isUnknown = lines.some(({ base, rate }) => base === undefined && rate > 0);
        const isUnusual = 25_000 + billed + Math.max(0, off) >= 1_000_000;
        const due = lines.reduce((sum, line) => sum + dueFor({ ...line, base: line.base ?? 0 }), 0);
        const isReferred = off !== 0 || isUnusual;
        expect(decision.paidCentimes).toBe(isReferred ? 0 : 10_500 + due);
        const waits = isReferred ? ['referred'] : isUnknown ? ['partly-referred'] : [];
        expect(['referred', 'partly-referred'].filter((outcome) => outcome === decision.outcome)).toEqual(
          waits,
        );
        expect(decision.lines.reduce((sum, { paidCentimes = 0 }) => sum + paidCentimes, 0)).toBe(
          decision.paidCentimes,
        );
      },
    ),
    { numRuns: 500 },
  );
});
