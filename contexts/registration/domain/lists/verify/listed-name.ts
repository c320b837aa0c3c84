import { isArabic, isNameText } from '#shared';
import type { InvalidReason, ListedName } from '../../../records/list-lines.ts';
import { remembered } from './remembered.ts';

const LETTER = /\p{L}/u;
const NO_PUNCTUATION = /[\p{N}\ufffd]/u;
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
  return text === '' ? 'none' : otherKindOf(text);
}

const otherKindOf = remembered((text: string): NameKind => {
  if (isNameText(text)) return isArabic(text) ? 'arabic' : 'latin';
  // A dash or a point stands for no name; digits and control characters for a wrong one.
  return LETTER.test(text) || NO_PUNCTUATION.test(text) ? 'invalid' : 'none';
}, REMEMBERED_NAMES);
