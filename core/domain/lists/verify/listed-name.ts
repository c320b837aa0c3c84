import type { InvalidReason, ListedName } from '../../../contracts/list-lines.ts';
import { isArabic } from '../../identifiers/fold-text.ts';

const LATIN_NAME = /^[A-Za-z][A-Za-z '.-]*$/;
/** Letters of the two scripts with their marks, and what stands between the words of a name. */
const NAME = /^[[\p{L}&&[\p{Script=Latin}\p{Script=Arabic}]]\p{M}\u0640 '’‘ʼ`´.\-‐‑–]+$/v;
const LETTER = /\p{L}/u;
const TATWEEL = /\u0640/g;
/** Longer than the longest names, with all names of the ancestors; more is another text in the wrong column. */
const MAX_CHARACTERS = 100;

interface NameCells {
  readonly family: string;
  readonly given: string;
  readonly familyArabic: string;
  readonly givenArabic: string;
}

/** Checks the names of a line: each in one script or in both, letters only. @returns the names, or what is wrong with them */
export function checkName({
  family,
  given,
  familyArabic,
  givenArabic,
}: NameCells): ListedName | InvalidReason {
  const parts = [family, given, familyArabic, givenArabic];
  if (!hasLetter(family || familyArabic) || !hasLetter(given || givenArabic)) {
    // Digits where a name should be are a wrong name, not a missing one.
    const isEmpty = [family || familyArabic, given || givenArabic].some(
      (part) => !/[\p{L}\p{N}]/u.test(part),
    );
    return isEmpty ? 'NAME_MISSING' : 'NAME_INVALID';
  }
  if (!parts.every(isName)) return 'NAME_INVALID';
  if ([familyArabic, givenArabic].some((part) => part !== '' && !isArabic(part))) return 'NAME_INVALID';
  const arabicFamily = familyArabic || arabicOnly(family);
  const arabicGiven = givenArabic || arabicOnly(given);
  return {
    family: family || familyArabic,
    given: given || givenArabic,
    ...(arabicFamily === '' ? {} : { familyArabic: arabicFamily }),
    ...(arabicGiven === '' ? {} : { givenArabic: arabicGiven }),
  };
}

const hasLetter = (text: string): boolean => LATIN_NAME.test(text) || LETTER.test(text.replace(TATWEEL, ''));
const arabicOnly = (text: string): string => (LATIN_NAME.test(text) || !isArabic(text) ? '' : text);

function isName(text: string): boolean {
  return text.length <= MAX_CHARACTERS && (text === '' || LATIN_NAME.test(text) || NAME.test(text));
}
