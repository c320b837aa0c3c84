import { describe, expect, it } from 'vitest';
import { listedCentimes, listedRate } from '../../../../../contexts/medicines/domain/list/listed-amount.ts';

describe('an amount of a list', () => {
  it.each([
    ['25.10', 2_510],
    ['25,1', 2_510],
    ['25', 2_500],
    ['1200.00', 120_000],
    ['1 200,00', 120_000],
    ['1\u00a0200,00 DH', 120_000],
    ['1\u202f200,00 dhs', 120_000],
    ['1,200.00', 120_000],
    ['1.200,00', 120_000],
    ['12,345,678.90', 1_234_567_890],
    ['0', 0],
    ['372.00 MAD', 37_200],
  ])('%s is %s centimes', (text, centimes) => {
    expect(listedCentimes(text)).toBe(centimes);
  });

  it.each(['1,200', '1.200', '25.105', '', '-3', 'n/a', '1,2,3', '1,20.00', '.50', '9'.repeat(20)])(
    '%s is none, or could be two',
    (text) => {
      expect(listedCentimes(text)).toBeUndefined();
    },
  );
});

describe('a rate of a list', () => {
  it.each([
    ['70', 7_000],
    ['70%', 7_000],
    ['70,00 %', 7_000],
    ['0', 0],
    ['0%', 0],
    ['100', 10_000],
  ])('%s is %s basis points', (text, basisPoints) => {
    expect(listedRate(text)).toBe(basisPoints);
  });

  it.each(['', '0,7', '0.70', '70.5', 'seventy', '-70'])('%s is none', (text) => {
    expect(listedRate(text)).toBeUndefined();
  });
});
