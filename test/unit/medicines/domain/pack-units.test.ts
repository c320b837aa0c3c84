import { expect, it } from 'vitest';
import { packUnitsOf } from '../../../../contexts/medicines/domain/pack-units.ts';

it.each([
  ['1 BOITE 28 COMPRIMES', 28],
  ['1 BOITE 28 COMPRIME', 28],
  ['BOÎTE DE 24 SACHETS', 24],
  ['1 FLACON DE 30 GELULES GASTRO-RESISTANTES', 30],
  ['12 SUPPOSITOIRES', 12],
  ['1 FLACON 60 ML', undefined],
  ['1 BOITE DE 3 PLAQUETTES DE 10 COMPRIMES', undefined],
  ['2 BOITES 10 COMPRIMES', undefined],
  ['1 BOITE 30', undefined],
  ['', undefined],
])('a pack worded “%s” has %s counted units', (pack, units) => {
  expect(packUnitsOf(pack)).toBe(units);
});
