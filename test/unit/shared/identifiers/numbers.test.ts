import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  normaliseCin,
  normaliseInpe,
  normaliseMobile,
  normaliseRegistrationNumber,
} from '../../../../contexts/shared/identifiers/numbers.ts';
import { isValidRib, ribKey } from '../../../../contexts/shared/identifiers/rib.ts';

describe('a RIB', () => {
  it.each([
    '011519000001205000534921',
    '007108000779200030312071',
    '007780000123456789012396',
    '999999000000000000000111',
  ])('%s has the right key, and none of its digits can be another', (rib) => {
    expect(isValidRib(rib)).toBe(true);
    for (let at = 0; at < rib.length; at += 1) {
      const other = ((Number(rib[at]) + 1) % 10).toString();
      expect(isValidRib(rib.slice(0, at) + other + rib.slice(at + 1))).toBe(false);
    }
  });

  it('is a number whose remainder by 97 is 0, with a key from 01 to 97', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{22}$/), (first22) => {
        const key = ribKey(first22);
        expect(BigInt(first22 + key) % 97n).toBe(0n);
        expect(Number(key)).toBeGreaterThanOrEqual(1);
        expect(Number(key)).toBeLessThanOrEqual(97);
        expect(isValidRib(first22 + key)).toBe(true);
      }),
    );
  });

  it('is 24 digits and nothing else', () => {
    expect(
      ['', '00778000012345678901239', '0077800001234567890123960', '00778000012345678901239A'].some(
        isValidRib,
      ),
    ).toBe(false);
    expect(isValidRib('0'.repeat(24))).toBe(false);
    expect(() => ribKey('123')).toThrow(RangeError);
  });
});

describe('numbers as people write them', () => {
  it.each([
    ['184 203 957', '184203957'],
    ['012345678', '012345678'],
    ['18420395', undefined],
    ['1842039570', undefined],
    ['18420395O', undefined],
  ])('reads the registration number %s as %s', (text, expected) => {
    expect(normaliseRegistrationNumber(text)).toBe(expected);
    expect(normaliseInpe(text)).toBe(expected);
  });

  it.each([
    ['bk 412087', 'BK412087'],
    ['D-705516', 'D705516'],
    ['AE93214', 'AE93214'],
    ['BKA12345', undefined],
    ['AB1234567', undefined],
    ['412087', undefined],
  ])('reads the CIN %s as %s', (text, expected) => {
    expect(normaliseCin(text)).toBe(expected);
  });

  it.each([
    ['06 12 34 56 78', '+212612345678'],
    ['0712-345-678', '+212712345678'],
    ['+212 6 12 34 56 78', '+212612345678'],
    ['00212612345678', '+212612345678'],
    ['(+212) 612.345.678', '+212612345678'],
    ['0522123456', undefined],
    ['+33612345678', undefined],
    ['061234567', undefined],
    ['tel: 0612345678', '+212612345678'],
    ['Tél. : 06 12 34 56 78', '+212612345678'],
    ['GSM 0712345678', '+212712345678'],
    ['هاتف: 0612345678', '+212612345678'],
    ['+2120612345678', '+212612345678'],
    ['002120612345678', '+212612345678'],
    ['fax: 0612345678', undefined],
  ])('reads the mobile %s as %s', (text, expected) => {
    expect(normaliseMobile(text)).toBe(expected);
  });
});
