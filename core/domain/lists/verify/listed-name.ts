import type { InvalidReason, ListedName } from '../../../contracts/list-lines.ts';
import { isArabic } from '../../identifiers/fold-text.ts';
import { remembered } from './remembered.ts';

const PLAIN_LATIN = /^[A-Za-z][A-Za-z '.-]*$/;
/** Letters of the two scripts with their marks, and what stands between the words of a name. */
const NAME = /^[[\p{L}&&[\p{Script=Latin}\p{Script=Arabic}]]\p{M}\u0640 '’‘ʼ`´.\-‐‑–]+$/v;
const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;
const TATWEEL = /\u0640/g;
/** Longer than the longest names, with all names of the ancestors; more is another text in the wrong column. */
const MAX_CHARACTERS = 100;
const REMEMBERED_NAMES = 10_000;

interface NameCells {
  readonly family: string;
  readonly given: string;
  readonly familyArabic: string;
  readonly givenArabic: string;
}

type NameKind = 'latin' | 'arabic' | 'none' | 'invalid';

/** Checks the names of a line: each in one script or in both, letters only. @returns the names, or what is wrong with them */
export function checkName({
  family,
  given,
  familyArabic,
  givenArabic,
}: NameCells): ListedName | InvalidReason {
  const kinds = [kindOf(family), kindOf(given), kindOf(familyArabic), kindOf(givenArabic)] as const;
  const [familyKind, givenKind, familyArabicKind, givenArabicKind] = kinds;
  if (kinds.includes('invalid')) return 'NAME_INVALID';
  if (familyArabicKind === 'latin' || givenArabicKind === 'latin') return 'NAME_INVALID';
  if (familyKind === 'none' && familyArabicKind === 'none') return 'NAME_MISSING';
  if (givenKind === 'none' && givenArabicKind === 'none') return 'NAME_MISSING';
  return {
    family: familyKind === 'none' ? familyArabic : family,
    given: givenKind === 'none' ? givenArabic : given,
    familyArabic: arabicOf(familyArabic, familyArabicKind) ?? arabicOf(family, familyKind),
    givenArabic: arabicOf(givenArabic, givenArabicKind) ?? arabicOf(given, givenKind),
  };
}

const arabicOf = (text: string, kind: NameKind): string | undefined => (kind === 'arabic' ? text : undefined);

function kindOf(text: string): NameKind {
  if (text === '') return 'none';
  return PLAIN_LATIN.test(text) && text.length <= MAX_CHARACTERS ? 'latin' : otherKindOf(text);
}

const otherKindOf = remembered((text: string): NameKind => {
  // A dash or a point stands for no name; digits stand for a wrong one.
  if (!LETTER.test(text.replace(TATWEEL, ''))) return DIGIT.test(text) ? 'invalid' : 'none';
  if (text.length > MAX_CHARACTERS || !NAME.test(text)) return 'invalid';
  return isArabic(text) ? 'arabic' : 'latin';
}, REMEMBERED_NAMES);
