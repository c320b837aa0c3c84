import { describe, expect, it } from 'vitest';
import {
  printAmount,
  printDate,
  printRib,
} from '../../../../../local/samples/any-form/content/print-styles.ts';
import { barsOf } from '../../../../../local/samples/any-form/drawing/inpe-sticker.ts';

describe('how a form writes', () => {
  it.each([
    ['slash', '05/10/2026'],
    ['dash-bare', '5-10-2026'],
    ['dots-short', '05.10.26'],
    ['month-name', '5 octobre 2026'],
    ['arabic-month', '5 أكتوبر 2026'],
    ['eastern-digits', '٠٥/١٠/٢٠٢٦'],
    ['iso', '2026-10-05'],
    ['solid', '05102026'],
  ] as const)('a day as %s', (style, printed) => {
    expect(printDate('2026-10-05', style)).toBe(printed);
  });

  it.each([
    [125_000, { decimal: ',', thousands: ' ', unit: '', isShort: false }, '1 250,00'],
    [125_000, { decimal: ',', thousands: '.', unit: 'DH', isShort: false }, '1.250,00DH'],
    [25_000, { decimal: '.', thousands: '', unit: ' Dhs', isShort: true }, '250 Dhs'],
    [25_050, { decimal: '.', thousands: '', unit: '', isShort: true }, '250.50'],
  ] as const)('%d centimes', (amount, style, printed) => {
    expect(printAmount(amount, style)).toBe(printed);
  });

  it.each([
    ['solid', '007780000123456789012396'],
    ['parts', '007 780 0001234567890123 96'],
    ['fours', '0077 8000 0123 4567 8901 2396'],
  ] as const)('a RIB %s', (style, printed) => {
    expect(printRib('007780000123456789012396', style)).toBe(printed);
  });

  it('an INPE as bars that a scanner reads: start and stop of Code 39 stand around its digits', () => {
    // 11 characters of 9 bars and spaces, each with a space after it.
    const bars = barsOf('code39', '091024578');
    expect(bars).toHaveLength(11 * 10);
    expect(bars.slice(0, 9)).toEqual(bars.slice(-10, -1));
    expect(barsOf('code128', '091024578').reduce((sum, one) => sum + one, 0) % 11).toBe(2);
  });
});
