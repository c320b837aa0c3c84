import { foldMedicineName } from './fold-medicine-name.ts';

/** One box of units that are counted, without a second number that could multiply or contradict the first. */
const COUNTED =
  /^(?:1 )?(?:(?:boite|bte|etui|pilulier|flacon|coffret)s? )?(?:de )?(\d+) (?:comprimes?|cps?|gelules?|capsules?|sachets?|ampoules?|suppositoires?|ovules?|pastilles?|patchs?|dragees?)(?: [a-z ]+)?$/;

/**
 * Units in a pack as its wording tells: `1 BOITE 28 COMPRIMES` is 28.
 * @returns undefined for bottles, tubes and whatever is worded otherwise: unknown is not guessed
 */
export function packUnitsOf(pack: string): number | undefined {
  const units = COUNTED.exec(foldMedicineName(pack))?.[1];
  return units === undefined ? undefined : wholeUnits(Number(units));
}

const wholeUnits = (units: number): number | undefined =>
  Number.isSafeInteger(units) && units > 0 ? units : undefined;
