import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../../contexts/follow-up/domain/typed-number.ts';

const RECEIPT = '7Q2MK8D10ABCDEFG';

describe('a number that someone types', () => {
  it.each([
    ['7Q2M-K8D1-0ABC-DEFG', [['receipt', RECEIPT]]],
    ['7q2m k8d1 0abc defg', [['receipt', RECEIPT]]],
    ['7Q2M–K8DI–OABC–DEFG', [['receipt', RECEIPT]]],
    ['7Q2M-K8D1-0ABC-DEFG-2', [['claim', `${RECEIPT}-2`]]],
    ['7Q2MK8D10ABCDEFG 12', [['claim', `${RECEIPT}-12`]]],
    ['7Q2M-K8D1', [['short-receipt', '7Q2MK8D1']]],
    ['7q2m k8d1', [['short-receipt', '7Q2MK8D1']]],
    [
      '123 456 789',
      [
        ['insured', '123456789'],
        ['provider', '123456789'],
      ],
    ],
    [
      '١٢٣٤٥٦٧٨٩',
      [
        ['insured', '123456789'],
        ['provider', '123456789'],
      ],
    ],
    ['ab 12345', [['cin', 'AB12345']]],
    [
      'BK-123456',
      [
        ['short-receipt', 'BK123456'],
        ['cin', 'BK123456'],
      ],
    ],
    ['06 12 34 56 78', [['phone', '+212612345678']]],
    ['+212 (0)7 12-34-56-78', [['phone', '+212712345678']]],
    ['00212612345678', [['phone', '+212612345678']]],
    ['٠٦١٢٣٤٥٦٧٨', [['phone', '+212612345678']]],
    ['05 22 12 34 56', []],
    ['', []],
    ['Fatima', []],
    ['007780000123456789012396', []],
  ])('%s is taken for %j', (text, kinds) => {
    expect(readNumber(text).map(({ kind, value }) => [kind, value])).toEqual(kinds);
  });

  it('is read the same with any separators between its characters, in small letters and in Arabic-Indic digits', () => {
    const separators = fc.array(fc.constantFrom('', ' ', '-', '.', '–', '\u200f', '\u00a0'), {
      maxLength: 30,
    });
    const numbers = fc.constantFrom(
      RECEIPT,
      '7Q2MK8D1',
      '123456789',
      'BK123456',
      '0612345678',
      '+212612345678',
    );
    const arabic = (text: string): string =>
      text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    fc.assert(
      fc.property(numbers, separators, fc.boolean(), (number, between, isArabic) => {
        const typed = Array.from(number, (character, index) => `${character}${between[index] ?? ''}`).join(
          '',
        );
        expect(readNumber(isArabic ? arabic(typed.toLowerCase()) : typed.toLowerCase())).toEqual(
          readNumber(number),
        );
      }),
    );
  });
});
