import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ribKey } from '../../../../contexts/shared/identifiers/rib.ts';
import { ibanOfRib } from '../../../../contexts/payments/domain/iban.ts';

describe('the IBAN of a RIB', () => {
  it.each([
    // The sample of the IBAN registry, and an IBAN in use elsewhere.
    ['011519000001205000534921', 'MA64011519000001205000534921'],
    ['007108000779200030312071', 'MA64007108000779200030312071'],
    ['007780000123456789012396', 'MA64007780000123456789012396'],
  ])('is MA, check digits and the RIB: %s', (rib, iban) => {
    expect(ibanOfRib(rib)).toBe(iban);
  });

  it('is 1 modulo 97 for every account, as ISO 13616 wants it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{22}$/), (account) => {
        const iban = ibanOfRib(`${account}${ribKey(account)}`);
        const moved = `${iban.slice(4)}2210${iban.slice(2, 4)}`;
        expect(BigInt(moved) % 97n).toBe(1n);
        expect(iban).toHaveLength(28);
      }),
    );
  });

  it('is not given to a wrong RIB, which is not repeated in the error', () => {
    for (const rib of [
      '011519000001205000534922',
      '01151900000120500053492',
      '0115 1900 0001 2050 0053 4921',
      '',
    ]) {
      expect(() => ibanOfRib(rib)).toThrow(RangeError);
      expect(() => ibanOfRib(rib)).toThrow(/^Not a RIB: 24 digits are expected/);
    }
  });
});
