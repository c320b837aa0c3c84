import { describe, expect, it } from 'vitest';
import { townOf } from '../../../../contexts/reading/domain/towns.ts';

describe('a town', () => {
  it.each([
    ['Casablanca', 'Casablanca'],
    ['FES', 'Fès'],
    ['Beni-Mellal', 'Béni Mellal'],
    ['Casablarca', 'Casablanca'],
    ['El Kelaa des Sraghna', 'El Kelaa des Sraghna'],
  ])('is named by %j', (text, town) => {
    expect(townOf(text)).toBe(town);
  });

  it.each(['Sala', 'Fait', 'le', '', 'Psychiatrie', 'Hassan'])('is not named by %j', (text) => {
    expect(townOf(text)).toBeUndefined();
  });
});
