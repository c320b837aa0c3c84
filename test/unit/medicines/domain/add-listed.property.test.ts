import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addListed } from '../../../../contexts/medicines/domain/add-listed.ts';
import { type Medicine, priceOn } from '../../../../contexts/medicines/domain/medicine.ts';
import { addDays, daysBetween } from '../../../../contexts/shared/time/calendar.ts';
import { medicineOf, priceOf } from '../../../support/medicine-examples.ts';

const dayOf = (day: number): string => addDays('2026-01-01', day);
const anyStep = fc
  .record({
    day: fc.integer({ min: 0, max: 40 }),
    length: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    ppvCentimes: fc.constantFrom(9_000, 9_500, 10_000),
  })
  .map(({ day, length, ppvCentimes }) =>
    medicineOf({
      prices: [
        priceOf({
          from: dayOf(day),
          to: length === undefined ? undefined : dayOf(day + length),
          ppvCentimes,
        }),
      ],
    }),
  );
const saidOn = (medicine: Medicine | undefined, days: number): readonly (number | undefined)[] =>
  Array.from({ length: days }, (_, day) => medicine && priceOn(medicine, dayOf(day))?.ppvCentimes);

it('a list never changes what an earlier day said, and its prices never overlap, whatever lists come', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 8 }), (steps) => {
      let known: Medicine | undefined;
      for (const step of steps) {
        const added = addListed(known, step);
        const next = 'medicine' in added ? added.medicine : known;
        const daysBefore = daysBetween(dayOf(0), step.prices[0]!.from);
        const ends = next!.prices.map(({ to }) => to ?? '9999-12-31');

        expect(saidOn(next, daysBefore)).toEqual(saidOn(known ?? step, daysBefore));
        expect(next!.prices.slice(1).every(({ from }, index) => ends[index]! < from)).toBe(true);
        expect(addListed(next, step).kind).toBe(added.kind === 'refused' ? 'refused' : 'unchanged');
        known = next;
      }
    }),
  );
});
