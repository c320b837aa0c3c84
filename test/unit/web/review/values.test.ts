import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReviewField } from '../../../../contexts/review/api/review.ts';
import { formatAmount, parseAmount } from '../../../../web/src/review/values/amount.ts';
import { formatCoefficient, parseCoefficient } from '../../../../web/src/review/values/coefficient.ts';
import { formatDate, parseDate } from '../../../../web/src/review/values/date.ts';
import { formatFieldValue, parseFieldValue } from '../../../../web/src/review/values/field-value.ts';

const TODAY = '2026-11-22';

function field(given: Partial<ReviewField> & Pick<ReviewField, 'field' | 'kind'>): ReviewField {
  return {
    value: null,
    doubts: [],
    evidence: [],
    status: 'read',
    isBlind: false,
    isKeyedTwice: false,
    alternatives: [],
    ...given,
  };
}

describe('an amount that a reviewer keys', () => {
  it.each([
    ['250', 25_000],
    ['250,5', 25_050],
    ['250.50', 25_050],
    ['1 250,00', 125_000],
    ['1\u202f250,00', 125_000],
    ['٢٥٠٫٥٠', 25_050],
    ['0,05', 5],
  ])('takes %s as it is meant', (text, centimes) => {
    expect(parseAmount(text)).toBe(centimes);
  });

  it.each(['', '0', '1.250', '1.250,00', '12,345', '-5', '2O0', '250 DH', '99999999'])(
    'refuses %j instead of guessing',
    (text) => {
      expect(parseAmount(text)).toBeUndefined();
    },
  );

  it('is the same amount when it is shown and keyed again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (centimes) => {
        expect(parseAmount(formatAmount(centimes))).toBe(centimes);
      }),
    );
  });
});

describe('a coefficient that a reviewer keys', () => {
  it.each([
    ['16', 1600],
    ['1,5', 150],
    ['2.25', 225],
    ['١٦', 1600],
  ])('takes %s in hundredths', (text, hundredths) => {
    expect(parseCoefficient(text)).toBe(hundredths);
  });

  it.each(['0', 'K16', '1,555', ''])('refuses %j', (text) => {
    expect(parseCoefficient(text)).toBeUndefined();
  });

  it('is the same when it is shown and keyed again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (hundredths) => {
        expect(parseCoefficient(formatCoefficient(hundredths))).toBe(hundredths);
      }),
    );
  });
});

describe('a date that a reviewer keys', () => {
  it.each([
    ['3/11/2025', '2025-11-03'],
    ['03112025', '2025-11-03'],
    ['031125', '2025-11-03'],
    ['3 11 25', '2025-11-03'],
    ['٠٣/١١/٢٠٢٥', '2025-11-03'],
    ['2025-11-03', '2025-11-03'],
    ['29/02/2024', '2024-02-29'],
  ])('takes %s day first', (text, iso) => {
    expect(parseDate(text, TODAY)).toBe(iso);
  });

  it('takes two digits of a year that has not come yet for the century before', () => {
    expect(parseDate('010126', TODAY)).toBe('2026-01-01');
    expect(parseDate('010127', TODAY)).toBe('1927-01-01');
  });

  it.each(['31/11/2025', '29/02/2025', '00/01/2025', '1/13/2025', '2025', '3112025', 'demain'])(
    'refuses %s, which is no day',
    (text) => {
      expect(parseDate(text, TODAY)).toBeUndefined();
    },
  );

  it('is the same day when it is shown and keyed again', () => {
    const days = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        expect(parseDate(formatDate(iso), TODAY)).toBe(iso);
      }),
    );
  });
});

describe('a field of the care form', () => {
  it('has no value when nothing is keyed', () => {
    expect(parseFieldValue(field({ field: 'cin', kind: 'text' }), '  ', TODAY)).toEqual({ value: null });
  });

  it('takes identity numbers in their own format only', () => {
    const number = field({ field: 'registrationNumber', kind: 'number' });
    expect(parseFieldValue(number, '012 345 678', TODAY)).toEqual({ value: '012345678' });
    expect(parseFieldValue(number, '12345678', TODAY)).toEqual({ fault: 'not-nine-digits' });
    const cin = field({ field: 'cin', kind: 'text' });
    expect(parseFieldValue(cin, 'be 12345', TODAY)).toEqual({ value: 'BE12345' });
    expect(parseFieldValue(cin, '12345', TODAY)).toEqual({ fault: 'not-a-cin' });
  });

  it('takes the code of a box as it is printed, and no name for it', () => {
    const code = field({ field: 'medicineCode', kind: 'text' });
    expect(parseFieldValue(code, '6 119900 209612', TODAY)).toEqual({ value: '6119900209612' });
    expect(parseFieldValue(code, '٦١١٩٩٠٠٢٠٩٦١٢', TODAY)).toEqual({ value: '6119900209612' });
    for (const text of ['fluvosartan', '611990020961', '6119900209613'])
      expect(parseFieldValue(code, text, TODAY)).toEqual({ fault: 'not-a-medicine-code' });
  });

  it('says what is wrong with what was keyed', () => {
    expect(parseFieldValue(field({ field: 'signatureDate', kind: 'date' }), '31/02/2025', TODAY)).toEqual({
      fault: 'not-a-date',
    });
    expect(parseFieldValue(field({ field: 'billedCentimes', kind: 'amount' }), '12,3,4', TODAY)).toEqual({
      fault: 'not-an-amount',
    });
    const link = field({ field: 'beneficiaryLink', kind: 'choice', choices: ['insured', 'spouse'] });
    expect(parseFieldValue(link, 'child', TODAY)).toEqual({ fault: 'not-a-choice' });
    expect(parseFieldValue(link, 'spouse', TODAY)).toEqual({ value: 'spouse' });
  });

  it('is shown as the form has it', () => {
    expect(formatFieldValue('amount', 125_050)).toBe('1\u202f250,50');
    expect(formatFieldValue('coefficient', 1600)).toBe('16');
    expect(formatFieldValue('date', '2025-11-03')).toBe('03/11/2025');
    expect(formatFieldValue('number', 3)).toBe('3');
    expect(formatFieldValue('name', null)).toBe('');
  });
});
