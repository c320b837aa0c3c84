import { distance } from 'fastest-levenshtein';

import { arabicConsonants, latinConsonants } from './consonants.ts';
import { foldArabic, foldLatin, isArabic } from './fold-text.ts';
import { areOtherGivenNames } from './given-names.ts';
import { arabicTokens, latinTokens, lettersTogether } from './name-tokens.ts';
import type { NameToken } from './name-tokens.ts';

export type NameComparison = 'same' | 'close' | 'different';

function isSameToken(a: NameToken, b: NameToken): boolean {
  return a.bare === b.bare || a.full === b.full || a.full === b.bare || a.bare === b.full;
}

/** A feminine `a` makes another person of a name: Karim and Karima, Amin and Amina. */
function differsByGender(a: string, b: string): boolean {
  return `${a}a` === b || `${b}a` === a;
}

function isCloseToken(a: NameToken, b: NameToken): boolean {
  if (a.bare.length === 1 || b.bare.length === 1)
    return a.bare.startsWith(b.bare) || b.bare.startsWith(a.bare);
  if (differsByGender(a.bare, b.bare) || areOtherGivenNames(a.bare, b.bare)) return false;
  const shorter = Math.min(a.bare.length, b.bare.length);
  const allowed = shorter <= 3 ? 0 : shorter <= 7 ? 1 : 2;
  return lettersApart(a.bare, b.bare) <= allowed || lettersApart(a.full, b.full) <= allowed;
}

/** Letters to change; `rn`, which scanners read for `m`, is no change. */
function lettersApart(a: string, b: string): number {
  return distance(a.replace(/rn/g, 'm'), b.replace(/rn/g, 'm'));
}

function takeMatch(
  tokens: NameToken[],
  wanted: NameToken,
  matches: (a: NameToken, b: NameToken) => boolean,
): boolean {
  const index = tokens.findIndex((token) => matches(token, wanted));
  if (index < 0) return false;
  tokens.splice(index, 1);
  return true;
}

function compareTokens(a: readonly NameToken[], b: readonly NameToken[]): NameComparison {
  if (a.length === 0 || b.length === 0) return 'different';
  // `Fatima Zahra` and `Fatimazahra`: the words are cut elsewhere, the letters are the same.
  const joined = (tokens: readonly NameToken[]): string => tokens.map(({ bare }) => bare).join('');
  if (joined(a) === joined(b)) return 'same';

  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const left = [...long];
  const unmatched = short.filter((token) => !takeMatch(left, token, isSameToken));
  const sameCount = short.length - unmatched.length;
  if (unmatched.length === 0 && left.length === 0) return 'same';
  if (sameCount === 0) return 'different';
  const isRestClose = unmatched.every((token) => takeMatch(left, token, isCloseToken));
  // A word that only one of them has (a second given name) leaves at least two that agree.
  const isComplete = left.length === 0 || (left.length === 1 && short.length >= 2);
  return isRestClose && isComplete && unmatched.length <= sameCount ? 'close' : 'different';
}

function compareAcrossScripts(arabic: string, latin: string): NameComparison {
  const toTokens = (words: readonly string[]): readonly NameToken[] =>
    words.map((word) => ({ full: word, bare: word }));
  const a = arabicTokens(foldArabic(arabic)).map(({ bare }) => arabicConsonants(bare));
  const b = latinTokens(foldLatin(latin)).map(({ bare }) => latinConsonants(bare));
  // Vowels are not compared, so that much agreement is never more than close.
  return compareTokens(toTokens(a), toTokens(b)) === 'same' ? 'close' : 'different';
}

/**
 * Compares two names of persons as they are written on forms and in lists: any order, accents, capitals, hyphens, titles,
 * articles (`El`, `Al`), `Ben`/`Bou` joined or not, and the usual spellings of one Arabic name in Latin letters.
 *
 * `same`: nothing but spelling habits differs. `close`: one word differs by a letter or two, is shortened to its initial, or
 * is missing from one of them (two common given names a letter apart are two persons); or the two are in different scripts and their consonants agree. Close is not enough by
 * itself: it must be confirmed by a number or a birth date.
 */
export function compareNames(a: string, b: string): NameComparison {
  const arabicA = isArabic(a);
  const arabicB = isArabic(b);
  if (arabicA && arabicB) return compareTokens(arabicTokens(foldArabic(a)), arabicTokens(foldArabic(b)));
  if (arabicA) return compareAcrossScripts(a, b);
  if (arabicB) return compareAcrossScripts(b, a);
  const [foldedA, foldedB] = [foldLatin(a), foldLatin(b)];
  // Most names are written the same way: the words need not be looked at.
  if (foldedA === foldedB) return foldedA === '' ? 'different' : 'same';
  // `AIT HASSINE MRANI` is `AITHASSINEMRANI` in the cells of a comb.
  const lettersOfA = lettersTogether(foldedA);
  if (lettersOfA !== '' && lettersOfA === lettersTogether(foldedB)) return 'same';
  return compareTokens(latinTokens(foldedA), latinTokens(foldedB));
}
