import { describe, expect, it } from 'vitest';
import { addListed, MOST_PRICES } from '../../../../contexts/medicines/domain/add-listed.ts';
import { type Medicine, type MedicinePrice } from '../../../../contexts/medicines/domain/medicine.ts';
import { addDays } from '../../../../contexts/shared/time/calendar.ts';
import { medicineOf, priceOf } from '../../../support/medicine-examples.ts';

const listed = (more: Partial<MedicinePrice> = {}, box: Partial<Medicine> = {}): Medicine =>
  medicineOf({ ...box, prices: [priceOf(more)] });
const newPrice = { from: '2026-07-01', ppvCentimes: 9_000, baseCentimes: 8_000 };

describe('a medicine of a list', () => {
  it('is new where its code is not known', () => {
    expect(addListed(undefined, listed())).toEqual({ kind: 'new', medicine: listed() });
  });

  it('changes nothing a second time, nor where a later list says the same', () => {
    expect(addListed(listed(), listed())).toEqual({ kind: 'unchanged' });
    expect(addListed(listed(), listed({ from: '2026-07-01', source: 'a later list' }))).toEqual({
      kind: 'unchanged',
    });
  });

  it('ends the price before on the day before a new one begins', () => {
    expect(addListed(listed(), listed(newPrice))).toEqual({
      kind: 'changed',
      medicine: medicineOf({ prices: [priceOf({ to: '2026-06-30' }), priceOf(newPrice)] }),
    });
  });

  it('leaves a gap where the price before had ended', () => {
    const ended = listed({ to: '2026-01-31' });
    expect(addListed(ended, listed({ from: '2026-07-01' }))).toMatchObject({
      kind: 'changed',
      medicine: { prices: [{ to: '2026-01-31' }, { from: '2026-07-01' }] },
    });
  });

  it.each([
    ['on the first day of the newest', { from: '2026-07-01' }],
    ['on a day before it', { from: '2026-06-30', ppvCentimes: 9_500 }],
    ['before the first', { from: '2024-01-01' }],
  ])('may not say another price %s', (_, more) => {
    const known = medicineOf({ prices: [priceOf({ to: '2026-06-30' }), priceOf(newPrice)] });
    expect(addListed(known, listed(more))).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(/^from: prices from 2026-07-01 on are on file/) as string,
    });
  });

  it('of an older list says nothing new: neither its price nor its name come back', () => {
    const known = medicineOf({
      name: 'NEW NAME',
      prices: [priceOf({ to: '2026-06-30' }), priceOf(newPrice)],
    });
    expect(addListed(known, listed({}, { name: 'OLD NAME' }))).toEqual({ kind: 'unchanged' });
  });

  it('may get another name, pack or substance at the same price', () => {
    expect(addListed(listed(), listed({}, { packUnits: 30 }))).toMatchObject({
      kind: 'changed',
      medicine: { packUnits: 30, prices: [priceOf()] },
    });
  });

  it('may say on which day the price in force ends, once', () => {
    expect(addListed(listed(), listed({ to: '2026-12-31' }))).toMatchObject({
      kind: 'changed',
      medicine: { prices: [{ to: '2026-12-31' }] },
    });
    expect(addListed(listed({ to: '2026-12-31' }), listed({ to: '2026-11-30' }))).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(/^to: the price on file ends on 2026-12-31/) as string,
    });
  });

  it('has so many prices at most as one item holds', () => {
    const prices = Array.from({ length: MOST_PRICES + 1 }, (_, day) =>
      priceOf({
        from: addDays('2025-01-01', day),
        to: day === MOST_PRICES ? undefined : addDays('2025-01-01', day),
        ppvCentimes: 10_000 + day,
      }),
    );
    expect(addListed(undefined, medicineOf({ prices: prices.slice(1) }))).toMatchObject({ kind: 'new' });
    expect(addListed(undefined, medicineOf({ prices }))).toMatchObject({ kind: 'refused' });
  });
});
