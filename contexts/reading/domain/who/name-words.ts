import { commonGivenNameKeys, foldLatin, latinTokens } from '#shared';
import { WAYS } from '../address-words.ts';
import type { RowToken, TokenRow } from '../candidates/row-tokens.ts';

/** What single words of a page say of being somebody's name. */

/** Keys of the given names that many bear. */
export const givenNames: ReadonlySet<string> = new Set(commonGivenNameKeys);

/** Words of one name stand no further apart, in usual characters. */
export const WIDEST_NAME_GAP = 2;

const clearPercent = 55;

/** A word as names are compared. */
export function nameKeyOf(text: string): string {
  return latinTokens(foldLatin(text))[0]?.bare ?? '';
}

/** The letters of a text, folded, and nothing else. */
export const lettersOf = (text: string): string => foldLatin(text).replace(/[^a-z]/g, '');

/** Whether OCR is sure enough of a word for it to be anybody's name. */
export function isClear(token: RowToken): boolean {
  return token.words.every((word) => word.confidencePercent >= clearPercent);
}

/** Streets, schools and mosques bear names of people. */
const namesakes: ReadonlySet<string> = new Set([
  ...WAYS,
  ...['pharmacie', 'clinique', 'laboratoire', 'cabinet', 'centre', 'optique', 'hopital', 'polyclinique'],
]);

/** `Dr ALAOUI Samira` gives the care; whoever is cared for bears no title. */
const titles = /^(?:dr|docteur|pr|prof|professeur|medecin|praticien|pharmacien)$/;

export const isTitle = ({ text }: RowToken): boolean => titles.test(foldLatin(text));

/** Whether what stands at a place of a row is named after a person, or is a person with a title. */
export function isNamesake({ tokens }: TokenRow, at: number): boolean {
  return (
    tokens.slice(Math.max(0, at - 3), at + 1).some(isTitle) ||
    tokens.slice(Math.max(0, at - 4), at).some(({ text }) => namesakes.has(foldLatin(text)))
  );
}

/** A word in capitals that may be a family name by itself. */
export const capitalWord = /^\p{Lu}{4,}$/u;
