import { parseDate } from './date-parser.ts';
import type { LabelAnchor } from './label-anchors.ts';
import type { PageFrame, PageWord } from './page-frame.ts';
import type { ParsedValue } from './parsed-value.ts';
import { hasArabic } from './text-folding.ts';
import { parseWords } from './text-parsers.ts';
import type { VisualRow } from './visual-rows.ts';

export interface SignaturePlace {
  readonly city: { readonly parsed: ParsedValue<string>; readonly words: readonly PageWord[] } | undefined;
  readonly date: { readonly parsed: ParsedValue<string>; readonly words: readonly PageWord[] } | undefined;
  readonly words: readonly PageWord[];
}

const widestGapInCharacters = 9;

/** The words after `Fait à` up to the next label or column. */
function wordsAfter(
  label: LabelAnchor,
  rows: readonly VisualRow[],
  labelWords: ReadonlySet<PageWord>,
  frame: PageFrame,
): readonly PageWord[] {
  const row = rows.find((one) => one.words.some((word) => label.words.includes(word)));
  const words: PageWord[] = [];
  let right = label.right;
  for (const word of row?.words ?? []) {
    if (word.left < label.right - 1e-6 || label.words.includes(word)) continue;
    if (labelWords.has(word) && !/^l/i.test(word.text)) break;
    if (hasArabic(word.text) || word.left - right > widestGapInCharacters * frame.characterWidth) break;
    words.push(word);
    right = word.right;
  }
  return words;
}

/** Reads `Fait à Casablanca, le 11/09/2025`: the city up to the comma or `le`, the first date after it. */
export function readSignaturePlace(
  label: LabelAnchor,
  rows: readonly VisualRow[],
  labelWords: ReadonlySet<PageWord>,
  frame: PageFrame,
): SignaturePlace {
  const words = wordsAfter(label, rows, labelWords, frame);
  const end = words.findIndex((word) => /\d{2}|^[,;]|^[lI1i|][eéèc]$/.test(word.text));
  const cityWords = end < 0 ? words : words.slice(0, end);
  const lastOfCity = cityWords.findIndex((word) => /[,;]$/.test(word.text));
  const city = lastOfCity < 0 ? cityWords : cityWords.slice(0, lastOfCity + 1);
  const parsedCity = parseWords(city.map((word) => word.text).join(' '));
  const firstDigit = words.findIndex((word) => /\d/.test(word.text) && !/^[1I|l][eéèc]$/.test(word.text));
  let dateWords = firstDigit < 0 ? [] : words.slice(firstDigit);
  let parsedDate: ParsedValue<string> | undefined;
  while (dateWords.length > 0) {
    parsedDate = parseDate(dateWords.map((word) => word.text).join(' '));
    if (parsedDate !== undefined) break;
    dateWords = dateWords.slice(0, -1);
  }
  return {
    city: parsedCity === undefined ? undefined : { parsed: parsedCity, words: city },
    date: parsedDate === undefined ? undefined : { parsed: parsedDate, words: dateWords },
    words,
  };
}
