import { describe, expect, it } from 'vitest';
import { compareDecimals } from '../../../../contexts/registration/domain/decimal.ts';
import {
  compareBirthDates,
  isSameIdentity,
  type Identity,
} from '../../../../contexts/registration/domain/same-identity.ts';

const who = (
  family: string,
  given: string,
  birthDate = '1988-04-12',
  arabic?: [string, string],
): Identity => ({
  name: { family, given, familyArabic: arabic?.[0], givenArabic: arabic?.[1] },
  birthDate,
});

describe('two records with one CIN', () => {
  it.each([
    ['Mohamed and مُحمد', who('EL AMRANI', 'Mohamed'), who('العمراني', 'مُحمد')],
    ['مُحمد and محمد', who('العمراني', 'مُحمد'), who('العمراني', 'محمد')],
    ['Mohammed and Mohamed, in another order', who('Amrani', 'Mohammed'), who('Mohamed', 'EL AMRANI')],
    ['Ben joined or not', who('BENMOUSSA', 'Ali'), who('Ben Moussa', 'Ali')],
    ['a hyphen', who('EL-FASSI', 'Fatima-Zahra'), who('EL FASSI', 'Fatimazahra')],
    [
      'Arabic that agrees where Latin does not',
      who('LAMRANI', 'Sellma', '1988-04-12', ['العمراني', 'سلمى']),
      who('EL AMRANI', 'Salma', '1988-04-12', ['العمراني', 'سلمى']),
    ],
    ['day and month exchanged', who('EL AMRANI', 'Salma'), who('EL AMRANI', 'Salma', '1988-12-04')],
    [
      'the year alone, where nobody knew the day',
      who('EL AMRANI', 'Salma'),
      who('EL AMRANI', 'Salma', '1988'),
    ],
    ['another day of the same month', who('EL AMRANI', 'Salma'), who('EL AMRANI', 'Salma', '1988-04-21')],
  ])('are of one person with %s', (_, a, b) => {
    expect(isSameIdentity(a, b)).toBe(true);
    expect(isSameIdentity(b, a)).toBe(true);
  });

  it.each([
    ['another year alone', who('EL AMRANI', 'Salma', '1987'), who('EL AMRANI', 'Salma', '1988')],
    [
      'a year alone and a name that is only close',
      who('EL AMRANI', 'Salma', '1988'),
      who('EL AMRANI', 'Selma'),
    ],
    ['a brother', who('EL AMRANI', 'Karim'), who('EL AMRANI', 'Youssef')],
    ['a sister with a name a letter apart', who('EL AMRANI', 'Fatima'), who('EL AMRANI', 'Fatiha')],
    ['the same name born otherwise', who('EL AMRANI', 'Salma'), who('EL AMRANI', 'Salma', '1991-11-30')],
    [
      'a close name and a birth date only near',
      who('EL AMRANI', 'Salma'),
      who('العمراني', 'سلمى', '1988-12-04'),
    ],
  ])('are of two people with %s', (_, a, b) => {
    expect(isSameIdentity(a, b)).toBe(false);
    expect(isSameIdentity(b, a)).toBe(false);
  });

  it('have birth dates that are the same, near or different', () => {
    expect(compareBirthDates('1988-04-12', '1988-04-12')).toBe('same');
    expect(compareBirthDates('1988-04-12', '1978-04-12')).toBe('near');
    expect(compareBirthDates('1988-04-12', '1989-05-12')).toBe('different');
  });
});

describe('decimal texts', () => {
  it('compare to the last digit, whatever zeros they are written with', () => {
    expect(compareDecimals('9.3264285', '9.3264284')).toBeGreaterThan(0);
    expect(compareDecimals('9.32642840', '9.3264284')).toBe(0);
    expect(compareDecimals('10', '9.3264284')).toBeGreaterThan(0);
    expect(compareDecimals('0.1', '0.3')).toBeLessThan(0);
    expect(() => compareDecimals('9,3', '9.3')).toThrow('decimal number');
  });
});
