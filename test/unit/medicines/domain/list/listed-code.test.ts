import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listedCode } from '../../../../../contexts/medicines/domain/list/listed-code.ts';
import { medicineCodeOf } from '../../../../support/medicine-examples.ts';

describe('the code of a box in a list', () => {
  it.each(['6118001183203', '6118000440567', '6118000260172', '4006381333931', ' 6118000091752 '])(
    'is an EAN-13 of any country: %s',
    (text) => {
      expect(listedCode(text)).toEqual({ code: text.trim() });
    },
  );

  it('is none any more with any one digit changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (number, place, by) => {
          const code = medicineCodeOf(number);
          const digit = (Number(code.charAt(place)) + by) % 10;
          expect(listedCode(code)).toEqual({ code });
          expect(listedCode(`${code.slice(0, place)}${digit}${code.slice(place + 1)}`)).toHaveProperty(
            'problem',
          );
        },
      ),
    );
  });

  it.each([
    ['6.118E12', /spreadsheet/],
    ['6,118E+12', /spreadsheet/],
    ['6118000010051', /check digit/],
    ['06118000010051', /check digit/],
    ['611800001005', /13 digits/],
    ['16118000010057', /13 digits/],
    ['', /missing/],
  ])('is not %s, and it is said why', (text, why) => {
    expect(listedCode(text)).toEqual({ problem: expect.stringMatching(why) as string });
  });
});
