import { describe, expect, it } from 'vitest';
import { foldMedicineName } from '../../../../contexts/medicines/domain/fold-medicine-name.ts';
import { proposeMedicines } from '../../../../contexts/medicines/domain/propose-medicines.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { medicineCodeOf, medicineOf, priceOf } from '../../../support/medicine-examples.ts';

const rules = currentRuleBook();
const named = (number: number, name: string, ppvCentimes: number) =>
  medicineOf({
    code: medicineCodeOf(number),
    name,
    strength: undefined,
    prices: [priceOf({ ppvCentimes, baseCentimes: ppvCentimes })],
  });
const small = named(1, 'TENSORYL 10 MG', 4_560);
const large = named(2, 'TENSORYL 10 MG', 8_900);
const other = named(3, 'TENSORYL 20 MG', 7_000);
const stranger = named(4, 'BRONCHINEX 200 ML', 4_560);
const candidates = [stranger, other, large, small];
const propose = (name: string, priceCentimes?: number) =>
  proposeMedicines({ name, priceCentimes, dispensedOn: '2026-11-20' }, candidates, rules);

describe('medicines that a printed name can mean', () => {
  it('come with the one of that name and price first, and only that one is strong', () => {
    const [first, ...others] = propose('Tensoryl 10mg', 8_900);
    expect(first).toEqual({ medicine: large, namePercent: 100, isPriceEqual: true, isStrong: true });
    expect(others.map(({ medicine }) => medicine)).toEqual([small, other, stranger]);
    expect(others.every(({ isStrong }) => !isStrong)).toBe(true);
  });

  it('are none of them strong without a price, or with that of another day', () => {
    expect(propose('TENSORYL 10 MG').some(({ isStrong }) => isStrong)).toBe(false);
    const past = proposeMedicines(
      { name: 'TENSORYL 10 MG', priceCentimes: 8_900, dispensedOn: '2024-12-31' },
      candidates,
      rules,
    );
    expect(past.some(({ isPriceEqual }) => isPriceEqual)).toBe(false);
  });

  it('are never strong by the price alone', () => {
    expect(propose('TENSORYL 10 MG', 4_560).find(({ medicine }) => medicine === stranger)).toMatchObject({
      isPriceEqual: true,
      isStrong: false,
    });
  });

  it('are both strong where two packs of a name cost the same', () => {
    const twin = named(5, 'TENSORYL 10 MG', 8_900);
    const proposals = proposeMedicines(
      { name: 'TENSORYL 10 MG', priceCentimes: 8_900, dispensedOn: '2026-11-20' },
      [...candidates, twin],
      rules,
    );
    expect(proposals.filter(({ isStrong }) => isStrong).map(({ medicine }) => medicine)).toEqual([
      large,
      twin,
    ]);
  });

  it('survive a letter that was misread, and words of the pack behind the name', () => {
    expect(propose('TENS0RYL 10 MG', 8_900)[0]).toMatchObject({ medicine: large, isStrong: true });
    expect(propose('TENSORVL 10 MG', 8_900)[0]).toMatchObject({ medicine: large, isStrong: true });
    expect(propose('TENSORYL 10 MG CP B/28', 8_900)[0]).toMatchObject({ medicine: large, isStrong: true });
  });

  it('are not strong where a digit of the strength was misread', () => {
    expect(propose('TENSORYL 1O MG', 8_900).some(({ isStrong }) => isStrong)).toBe(false);
  });

  it('of another strength are not strong, however alike the rest of the name is', () => {
    expect(propose('TENSORYL 10 MG', 7_000).find(({ medicine }) => medicine === other)).toMatchObject({
      isPriceEqual: true,
      isStrong: false,
    });
  });

  it('may have the strength beside the name in the list', () => {
    const apart = { ...named(6, 'SPASMOLINE', 2_000), strength: '80 MG' };
    const [first] = proposeMedicines(
      { name: 'SPASMOLINE 80MG', priceCentimes: 2_000, dispensedOn: '2026-11-20' },
      [apart],
      rules,
    );
    expect(first).toMatchObject({ namePercent: 100, isStrong: true });
  });
});

it.each([
  ['Doliprane® 500MG', 'doliprane 500 mg'],
  ['ÉFFÉRALGAN 0,50 g', 'efferalgan 0.5 g'],
  ['LEVOTHYROX 25 µg', 'levothyrox 25 ug'],
  ['LEVOTHYROX 25 μg', 'levothyrox 25 ug'],
  ['B-12/1000', 'b 12 1000'],
])('%s is compared as %s', (name, folded) => {
  expect(foldMedicineName(name)).toBe(folded);
});
