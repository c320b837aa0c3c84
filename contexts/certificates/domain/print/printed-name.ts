import { isArabic } from '#shared';
import type { CertifiedFacts } from '../certificate.ts';
import type { Pair } from './layout.ts';

/** A name in the scripts it is known in; family name first and in capitals, as Moroccan papers have it. */
export function printedName({ family, given, familyArabic, givenArabic }: CertifiedFacts['name']): Pair {
  // What the registry has in the place of the Latin name may be Arabic: lists often have that only.
  if (isArabic(family)) return { fr: undefined, ar: `${family} ${given}` };
  return {
    fr: `${family.toLocaleUpperCase('fr')} ${given}`,
    ar:
      familyArabic === undefined || givenArabic === undefined ? undefined : `${familyArabic} ${givenArabic}`,
  };
}
