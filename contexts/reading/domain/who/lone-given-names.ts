import { compareNames, foldLatin, latinTokens } from '#shared';
import { closeRuns } from '../candidates/close-runs.ts';
import type { RowToken } from '../candidates/row-tokens.ts';
import type { FormPage } from '../form-page.ts';
import { isLikeLabelWord } from '../label-lexicon/label-words.ts';
import type { PageWord } from '../page-frame.ts';
import type { RegisteredFamily } from '../witnesses.ts';
import { capitalWord, givenNames, isClear, isNamesake, nameKeyOf, WIDEST_NAME_GAP } from './name-words.ts';

/** Family and given name that have a cell each stand within so many rows of each other, and lines of text. */
const ROWS_TO_FAMILY_NAME = 4;
const LINES_TO_FAMILY_NAME = 7;
/** A page with more given names that stand alone is no form, and to look around each of them would take long. */
const MOST_JOINED = 12;

/** `Med` is short for Mohamed beside a family name, and for the doctor by itself. */
const isTitleToo = (token: RowToken | undefined): boolean => /^m[ée]d\.?$/i.test(token?.text ?? '');

/** `Karim Prénom`: a label beside a name is no part of it. */
const isLabelOn =
  ({ reading }: FormPage) =>
  ({ words }: RowToken): boolean =>
    words.some((word) => reading.labelWords.has(word));

/** The one family name in a cell of its own near a given name: that of the insured, else another in capitals. */
function familyNameNear(
  given: RowToken,
  page: FormPage,
  explained: ReadonlySet<PageWord>,
  familyName: string,
): readonly RowToken[] {
  const reach = LINES_TO_FAMILY_NAME * page.reading.frame.lineHeight;
  const own = page.rows.findIndex(({ tokens }) => tokens.includes(given));
  const cells = page.rows
    .slice(Math.max(0, own - ROWS_TO_FAMILY_NAME), own + ROWS_TO_FAMILY_NAME + 1)
    .filter(({ tokens }) => tokens.some(({ top }) => Math.abs(top - given.top) <= reach))
    .flatMap((row) => closeRuns(row, WIDEST_NAME_GAP, isLabelOn(page)))
    .filter((cell) => !cell.includes(given) && cell.every(isClear))
    .filter((cell) => !cell.some(({ words }) => words.some((word) => explained.has(word))));
  const textOf = (cell: readonly RowToken[]): string => cell.map(({ text }) => text).join(' ');
  const insured = cells.filter((cell) => compareNames(textOf(cell), familyName) === 'same');
  const written = cells.filter((cell) =>
    cell.every(({ text }) => capitalWord.test(text) && !isLikeLabelWord(text)),
  );
  const [only, ...others] = insured.length > 0 ? insured : written;
  return only === undefined || others.length > 0 ? [] : only;
}

/** Below it OCR doubts what it read. */
const SURE_NAME_PERCENT = 70;

/** `Jalaall` is Arabic, read as Latin: its strokes come out as letters twice over, and OCR is not sure of them. */
function isLikeArabic({ text, words }: RowToken): boolean {
  const doubled = foldLatin(text).match(/([a-z])\1/g) ?? [];
  return doubled.length > 1 && words.some(({ confidencePercent }) => confidencePercent < SURE_NAME_PERCENT);
}

/** The insured's given name by itself, unless it is a relative's too: whose it is cannot be determined then. */
function ownGivenKey({ person, dependants }: RegisteredFamily): string | undefined {
  const [key, ...others] = latinTokens(foldLatin(person.name.given)).map(({ bare }) => bare);
  if (key === undefined || others.length > 0) return undefined;
  const isRelatives = dependants.some(({ name }) =>
    latinTokens(foldLatin(name.given)).some(({ bare }) => bare === key),
  );
  return isRelatives ? undefined : key;
}

/**
 * Given names in cells of their own, as where family and given name have a label each, that are not the insured's; with the family
 * name near them.
 */
export function loneGivenNames(
  page: FormPage,
  explained: ReadonlySet<PageWord>,
  family: RegisteredFamily,
): readonly (readonly RowToken[])[] {
  const ownKey = ownGivenKey(family);
  const alone = page.rows.flatMap((row) =>
    closeRuns(row, WIDEST_NAME_GAP, isLabelOn(page)).flatMap(([token, ...others]) => {
      if (token === undefined || others.length > 0) return [];
      if (!isClear(token) || !/^\p{Lu}\p{Ll}{2,}$/u.test(token.text) || isLikeArabic(token)) return [];
      if (token.words.some((word) => explained.has(word))) return [];
      const key = nameKeyOf(token.text);
      if (!givenNames.has(key) || key === ownKey) return [];
      return isNamesake(row, row.tokens.indexOf(token)) ? [] : [token];
    }),
  );
  const joined =
    alone.length > MOST_JOINED
      ? alone.map((token) => [token])
      : alone.map((token) => [...familyNameNear(token, page, explained, family.person.name.family), token]);
  return joined.filter((tokens) => tokens.length > 1 || !isTitleToo(tokens[0]));
}
