import { parseDate } from './date-parser.ts';
import type { LabelAnchor } from './label-anchors.ts';
import type { PageFrame, PageWord } from './page-frame.ts';
import type { ParsedValue } from './parsed-value.ts';
import { hasArabic } from './text-folding.ts';
import { parseWords } from './text-parsers.ts';
import type { VisualRow } from './visual-rows.ts';

interface SignaturePlace {
  readonly city: { readonly parsed: ParsedValue<string>; readonly words: readonly PageWord[] } | undefined;
  readonly date: { readonly parsed: ParsedValue<string>; readonly words: readonly PageWord[] } | undefined;
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

interface FoundDate {
  readonly parsed: ParsedValue<string>;
  readonly words: readonly PageWord[];
  readonly start: number;
}

/** The first run of words that is a date. */
function findDate(words: readonly PageWord[]): FoundDate | undefined {
  for (let start = 0; start < words.length; start += 1) {
    if (!/\d/.test(words[start]?.text ?? '')) continue;
    for (let end = words.length; end > start; end -= 1) {
      const run = words.slice(start, end);
      const parsed = parseDate(run.map((word) => word.text).join(' '));
      if (parsed !== undefined) return { parsed, words: run, start };
    }
  }
  return undefined;
}

/** The words of the city: up to the comma, without the `le` before the date, whatever OCR made of it. */
function cityOf(words: readonly PageWord[]): readonly PageWord[] {
  const comma = words.findIndex((word) => /^[,;]|[,;]$/.test(word.text));
  const endsBefore = /^[,;]/.test(words[comma]?.text ?? '');
  const city = comma < 0 ? words : words.slice(0, endsBefore ? comma : comma + 1);
  const isLe = (city.at(-1)?.text.length ?? 0) <= 2;
  return isLe ? city.slice(0, -1) : city;
}

/** Reads `Fait à Casablanca, le 11/09/2025`: the city before the comma or `le`, the first date after it. */
export function readSignaturePlace(
  label: LabelAnchor,
  rows: readonly VisualRow[],
  labelWords: ReadonlySet<PageWord>,
  frame: PageFrame,
): SignaturePlace {
  const words = wordsAfter(label, rows, labelWords, frame);
  const date = findDate(words);
  const city = cityOf(date === undefined ? words : words.slice(0, date.start));
  const parsedCity = parseWords(city.map((word) => word.text).join(' '));
  return { city: parsedCity === undefined ? undefined : { parsed: parsedCity, words: city }, date };
}
