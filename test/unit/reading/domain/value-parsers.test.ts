import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  parseActCode,
  parseCoefficient,
  parseKeyLetter,
} from '../../../../contexts/reading/domain/act-codes.ts';
import { parseDate } from '../../../../contexts/reading/domain/date-parser.ts';
import {
  parseCin,
  parseCount,
  parseDossierNumber,
  parseFixedDigits,
  parseRib,
  ribKey,
} from '../../../../contexts/reading/domain/identifier-parsers.ts';
import { parseMoney } from '../../../../contexts/reading/domain/money-parser.ts';
import { parseAddress, parseName } from '../../../../contexts/reading/domain/text-parsers.ts';

const clean = (value: string | number) => ({ value, doubts: [] });

describe('a number of nine digits', () => {
  it.each(['184203957', '1 8 4 2 0 3 9 5 7', '184 203 957', '|1|8|4|2|0|3|9|5|7|'])(
    'is read from %s',
    (text) => {
      expect(parseFixedDigits(text, 9)?.value).toBe('184203957');
    },
  );
  it('keeps leading zeros', () => expect(parseFixedDigits('091024578', 9)).toEqual(clean('091024578')));
  it('is corrected with a doubt', () => {
    expect(parseFixedDigits('I8420395S', 9)).toEqual({
      value: '184203955',
      doubts: ['CORRECTED_CHARACTERS'],
    });
  });
  it('with a digit too few or too many is kept with a doubt', () => {
    expect(parseFixedDigits('18420395', 9)).toEqual({ value: '18420395', doubts: ['WRONG_LENGTH'] });
    expect(parseFixedDigits('1842039577', 9)?.doubts).toEqual(['WRONG_LENGTH']);
  });
  it.each(['BENNANI', '12', '14/03/1979 14/03/1979', ''])('is not made of %s', (text) => {
    expect(parseFixedDigits(text, 9)).toBeUndefined();
  });
});

describe('a CIN', () => {
  it.each([
    ['BK412087', 'BK412087'],
    ['d 705516', 'D705516'],
    ['B K 4 1 2 0 8 7', 'BK412087'],
    ['AE-93214', 'AE93214'],
  ])('%s is %s', (text, value) => expect(parseCin(text)).toEqual(clean(value)));
  it.each([
    ['6388271', 'G388271'],
    ['BK4I2O87', 'BK412087'],
  ])('%s is corrected to %s with a doubt', (text, value) => {
    expect(parseCin(text)).toEqual({ value, doubts: ['CORRECTED_CHARACTERS'] });
  });
  it.each(['BENNANI', 'ABC12345', '12/05/1990', 'K'])('is not made of %s', (text) =>
    expect(parseCin(text)).toBeUndefined(),
  );
});

describe('a RIB', () => {
  it.each(['011519000001205000534921', '007108000779200030312071', '007780000123456789012396'])(
    '%s has the right key',
    (rib) => {
      expect(parseRib(rib)).toEqual(clean(rib));
    },
  );
  it('is read in groups and out of an IBAN', () => {
    expect(parseRib('007 780 0001234567890123 96')).toEqual(clean('007780000123456789012396'));
    expect(parseRib('MA64 0115 1900 0001 2050 0053 4921')).toEqual(clean('011519000001205000534921'));
  });
  it('with any one digit changed fails its key', () => {
    const digits = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(
        fc.array(digits, { minLength: 22, maxLength: 22 }),
        fc.nat({ max: 21 }),
        fc.integer({ min: 1, max: 9 }),
        (first, at, by) => {
          const head = first.join('');
          const changed = first.map((digit, index) => (index === at ? (digit + by) % 10 : digit)).join('');
          expect(parseRib(head + ribKey(head))?.doubts).toEqual([]);
          expect(parseRib(changed + ribKey(head))?.doubts).toEqual(['CHECK_DIGITS']);
        },
      ),
    );
  });
});

describe('a date', () => {
  it.each([
    '03/09/2025',
    '3.9.2025',
    '03-09-2025',
    '03 09 2025',
    '0 3 0 9 2 0 2 5',
    '0 3 / 0 9 / 2 0 2 5',
    '2025-09-03',
    '3 septembre 2025',
    'le 03/09/2025',
  ])('is read from %s', (text) => expect(parseDate(text)).toEqual(clean('2025-09-03')));
  it('is repaired with a doubt', () => {
    expect(parseDate('O3/O9/2025')).toEqual({ value: '2025-09-03', doubts: ['CORRECTED_CHARACTERS'] });
    expect(parseDate('0310912025')).toEqual({ value: '2025-09-03', doubts: ['CORRECTED_CHARACTERS'] });
    expect(parseDate('0370972025')).toEqual({ value: '2025-09-03', doubts: ['CORRECTED_CHARACTERS'] });
  });
  it('with a year of two digits comes with a doubt', () => {
    expect(parseDate('03/09/25')).toEqual({ value: '2025-09-03', doubts: ['WRONG_LENGTH'] });
  });
  it.each(['31/02/2025', '03/13/2025', '184203957', '250,00', 'Casablanca', '12 250,00'])(
    'is not made of %s',
    (text) => {
      expect(parseDate(text)).toBeUndefined();
    },
  );
});

describe('an amount', () => {
  it.each([
    ['250,00', 25_000],
    ['1 250,00', 125_000],
    ['379,00 -', 37_900],
    ['. 230,00', 23_000],
    [', = 230,00', 23_000],
    ['1.250,00', 125_000],
    ['1250.5 DH', 125_050],
    ['90,50 Dhs', 9_050],
    ['300', 30_000],
    ['390 00', 39_000],
    ['1 390 00DH', 139_000],
    ['1 390', 139_000],
    ['1407 80Dhs', 140_780],
    ['351, OODH', 35_100],
    ['351.OO Dhs', 35_100],
  ])('%s is %i centimes', (text, centimes) => expect(parseMoney(text)?.value).toBe(centimes));
  it('without the comma it may have lost comes with a doubt', () => {
    expect(parseMoney('25000')?.doubts).toEqual(['UNEXPECTED_CHARACTERS']);
    expect(parseMoney('250,00')?.doubts).toEqual([]);
  });
  it('whose centimes looked like letters comes with a doubt', () => {
    expect(parseMoney('351, OODH')?.doubts).toEqual(['CORRECTED_CHARACTERS']);
  });
  it('keeps every printed amount of centimes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (centimes) => {
        const dirhams = Math.floor(centimes / 100)
          .toString()
          .replace(/\B(?=(\d{3})+$)/g, ' ');
        expect(parseMoney(`${dirhams},${String(centimes % 100).padStart(2, '0')}`)).toEqual(clean(centimes));
      }),
    );
  });
  it.each(['CS', 'deux cents', '', '27.10.26'])('is not made of %s', (text) =>
    expect(parseMoney(text)).toBeUndefined(),
  );
});

describe('the code of an act', () => {
  it.each([
    ['K16', 'K', 1_600],
    ['B 120', 'B', 12_000],
    ['AMM10', 'AMM', 1_000],
    ['K = 1,5', 'K', 150],
    ['CS', 'CS', undefined],
    ['cs', 'CS', undefined],
  ])('%s is letter %s and coefficient %s', (text, letter, hundredths) => {
    const code = parseActCode(text);
    expect(code.keyLetter).toEqual(clean(letter));
    expect(code.coefficientHundredths?.value).toBe(hundredths);
  });
  it.each([
    ['CSI', 'CS'],
    ['Cl', 'C'],
    ['C.l', 'C'],
    ['CNPSY|', 'CNPSY'],
  ])('%s is %s, whose coefficient can be no other than the 1 that was taken for a letter', (text, letter) => {
    const code = parseActCode(text);
    expect(code.keyLetter).toEqual(clean(letter));
    expect(code.coefficientHundredths).toEqual({ value: 100, doubts: [] });
  });
  it('KI is K and a coefficient that may be another than 1', () => {
    expect(parseActCode('KI')).toEqual({
      keyLetter: clean('K'),
      coefficientHundredths: { value: 100, doubts: ['CORRECTED_CHARACTERS'] },
    });
  });
  it('is not made of the number of a section', () => {
    expect(parseActCode('VI').coefficientHundredths).toBeUndefined();
  });
  it.each([
    ['CX1', 'C', 100],
    ['KX45', 'K', 4_500],
    ['KCx16', 'KC', 1_600],
  ])('takes the sign of multiplication in %s for no part of the letter', (text, letter, coefficient) => {
    expect(parseActCode(text)).toEqual({
      keyLetter: { value: letter, doubts: [] },
      coefficientHundredths: { value: coefficient, doubts: [] },
    });
  });

  it('that no tariff knows comes with a doubt', () => {
    expect(parseActCode('XQ').keyLetter).toEqual({ value: 'XQ', doubts: ['UNEXPECTED_CHARACTERS'] });
    expect(parseActCode('€S').keyLetter).toEqual({ value: 'CS', doubts: ['CORRECTED_CHARACTERS'] });
  });
  it('has a coefficient that is a number', () => {
    expect(parseCoefficient('l6')).toEqual({ value: 1_600, doubts: ['CORRECTED_CHARACTERS'] });
    expect(parseCoefficient('0')?.doubts).toEqual(['IMPOSSIBLE_VALUE']);
    expect(parseCoefficient('seize')).toBeUndefined();
  });
});

describe('a key letter', () => {
  it.each(['Dhs', 'DH', 'MAD'])('is no currency: %s', (text) => {
    expect(parseKeyLetter(text)).toBeUndefined();
  });

  it('is any other word in capitals, with a doubt', () => {
    expect(parseKeyLetter('OPT')).toEqual({ value: 'OPT', doubts: ['UNEXPECTED_CHARACTERS'] });
  });
});

describe('texts', () => {
  it('are cleaned of leaders and specks', () => {
    expect(parseName('..... BENNANI Youssef ·')).toEqual(clean('BENNANI Youssef'));
    expect(parseName("M. AÏT-EL-HAJ L'Mokhtar")?.doubts).toEqual([]);
  });
  it('with digits in a name come with a doubt', () => {
    expect(parseName('BENNAN1 Youssef')?.doubts).toEqual(['UNEXPECTED_CHARACTERS']);
    expect(parseName('184203957')).toBeUndefined();
  });
  it('have Roman numbers put right after a name, with a doubt', () => {
    expect(parseAddress('45, avenue Hassan Il, Rabat')).toEqual({
      value: '45, avenue Hassan II, Rabat',
      doubts: ['CORRECTED_CHARACTERS'],
    });
    expect(parseAddress('45, avenue Hassan II, Rabat')).toEqual(clean('45, avenue Hassan II, Rabat'));
  });
  it('make a count and a dossier number', () => {
    expect(parseCount('3')).toEqual(clean(3));
    expect(parseCount('482,00')).toBeUndefined();
    expect(parseDossierNumber('2025-0048713')).toEqual(clean('2025-0048713'));
    expect(parseDossierNumber('11/09/2025')).toBeUndefined();
  });
});
