import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBankText } from '../../../../contexts/payments/domain/bank-text.ts';

describe('a text for the bank', () => {
  it.each([
    ['Aïcha Bénaïssa-Çelik', 'Aicha Benaissa-Celik'],
    ['Sœurs & Cie <Rabat>', 'Soeurs + Cie Rabat'],
    ['L’Hôpital', "L'Hopital"],
    ['//REF//1', 'REF/1'],
    ['  deux \n lignes ', 'deux lignes'],
  ])('writes %j as %j', (text, written) => {
    expect(toBankText(text, 70)).toBe(written);
  });

  it('says when nothing is left, as of an Arabic name', () => {
    expect(toBankText('عائشة بناني', 70)).toBeUndefined();
    expect(toBankText(' - ', 70)).toBeUndefined();
  });

  it('keeps to the set of SWIFT and to the length, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 140 }), (text, length) => {
        const written = toBankText(text, length);
        expect(written ?? 'x').toMatch(/^[A-Za-z0-9?:().,'+-][A-Za-z0-9/\-?:().,'+ ]*$/);
        expect((written ?? '').length).toBeLessThanOrEqual(length);
      }),
    );
  });
});
