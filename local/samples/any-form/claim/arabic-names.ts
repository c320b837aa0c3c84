import { FAMILY } from '../../linkage/family-names.ts';
import { FEMALE_GIVEN, MALE_GIVEN } from '../../linkage/given-names.ts';
import { weightedPicker } from '../../linkage/weighted-pick.ts';
import type { Random } from '../../random.ts';

/** A name in both scripts: family names in capitals, as forms have them. */
export interface NameInBothScripts {
  readonly family: string;
  readonly given: string;
  readonly familyArabic: string;
  readonly givenArabic: string;
}

const pickFamily = weightedPicker(FAMILY);
const pickGiven = { M: weightedPicker(MALE_GIVEN), F: weightedPicker(FEMALE_GIVEN) };

export function randomName(sex: 'M' | 'F', random: Random): NameInBothScripts {
  const family = pickFamily(random);
  const given = pickGiven[sex](random);
  return {
    family: family.latin[0].toUpperCase(),
    given: given.latin[0],
    familyArabic: family.arabic,
    givenArabic: given.arabic,
  };
}
