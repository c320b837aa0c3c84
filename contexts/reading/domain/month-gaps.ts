import type { OcrPage, OcrText } from './ocr-document.ts';
import { PlacedIndex, type Placed } from './placed-index.ts';
import { quarterTurnsOf, turnPoint } from './quarter-turns.ts';

/** The end of a word that faces a gap, in ratios of the page turned upright. */
export interface GapEdge {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** Between a day and a year on one row: the name of a month may stand there, in Arabic, which the OCR does not read. */
export interface MonthGap {
  readonly left: GapEdge;
  readonly right: GapEdge;
}

/** Less sure a number may be of something else. */
const SURE_PERCENT = 70;
/** A word of letters that the OCR is so sure of is Latin. */
const LATIN_PERCENT = 80;
/** In heights of the words: how far their middles may be apart on one row, askew as it may be. */
const ROW = 0.7;
/** No gap is wider, in widths of the page. */
const WIDEST = 0.25;
/** No page has more dates; the rest is not looked at. */
const MOST_GAPS = 12;

/** So many pairs of numbers are compared: a page of more is made to be looked at for ever. */
const MOST_PAIRS = 20_000;

interface UprightWord extends Placed {
  readonly text: string;
  readonly confidencePercent: number;
}

/** What the words of a page tell whoever looks at its picture. */
export interface PictureHints {
  /** Clockwise, by which the sheet lies on the scan, 0 to 3. */
  readonly quarterTurns: number;
  readonly monthGaps: readonly MonthGap[];
}

/** @param page absent where the OCR says nothing of it */
export function pictureHintsOf(page: OcrPage | undefined): PictureHints {
  if (page === undefined) return { quarterTurns: 0, monthGaps: [] };
  const quarterTurns = quarterTurnsOf(page);
  return { quarterTurns, monthGaps: monthGapsOf(page, quarterTurns) };
}

function monthGapsOf(page: OcrPage, turns: number): readonly MonthGap[] {
  const words = page.lines.flatMap((line) => line.words.map((word) => upright(word, turns)));
  const numbers = words.filter(({ confidencePercent }) => confidencePercent >= SURE_PERCENT);
  const years = numbers.filter(({ text }) => /^(?:19|20)\d\d$/.test(text));
  const days = indexOf(numbers.filter(({ text }) => /^(?:[1-9]|0[1-9]|[12]\d|3[01])$/.test(text)));
  const all = indexOf(words);
  const gaps: MonthGap[] = [];
  let pairs = 0;
  for (const year of years) {
    const reach = { ...year, left: year.left - WIDEST, right: year.right + WIDEST };
    const near = days.within(reach);
    pairs += near.length;
    if (pairs > MOST_PAIRS || gaps.length >= MOST_GAPS) break;
    const beside = near.filter((day) => areOnRow(year, day));
    const before = nearest(beside.filter((day) => day.right <= year.left).map((day): Pair => [day, year]));
    const after = nearest(beside.filter((day) => day.left >= year.right).map((day): Pair => [year, day]));
    for (const pair of [before, after])
      if (pair !== undefined && !isFilled(pair, all)) gaps.push(gapOf(pair));
  }
  return gaps.slice(0, MOST_GAPS);
}

type Pair = readonly [UprightWord, UprightWord];

/** About the height of a row, as a ratio of the page. */
const ROW_HEIGHT = 0.01;

const indexOf = (words: readonly UprightWord[]): PlacedIndex<UprightWord> =>
  new PlacedIndex(words, ROW_HEIGHT);

const gapOf = ([left, right]: Pair): MonthGap => ({
  left: { x: left.right, top: left.top, bottom: left.bottom },
  right: { x: right.left, top: right.top, bottom: right.bottom },
});

function upright({ text, confidencePercent, box }: OcrText, turns: number): UprightWord {
  const one = turnPoint({ x: box.left, y: box.top }, turns);
  const other = turnPoint({ x: box.left + box.width, y: box.top + box.height }, turns);
  return {
    text: text.replace(/[.,:;]+$/, ''),
    confidencePercent,
    left: Math.min(one.x, other.x),
    right: Math.max(one.x, other.x),
    top: Math.min(one.y, other.y),
    bottom: Math.max(one.y, other.y),
  };
}

type Span = Pick<Placed, 'top' | 'bottom'>;

function areOnRow(one: Span, other: Span): boolean {
  const height = Math.max(one.bottom - one.top, other.bottom - other.top);
  return Math.abs(one.top + one.bottom - other.top - other.bottom) / 2 <= ROW * height;
}

function nearest(pairs: readonly Pair[]): Pair | undefined {
  const width = ([left, right]: Pair): number => right.left - left.right;
  return pairs.filter((pair) => width(pair) <= WIDEST).toSorted((one, other) => width(one) - width(other))[0];
}

/** Whether something stands there that the OCR reads: `octobre`, or a number of another column. */
function isFilled([left, right]: Pair, words: PlacedIndex<UprightWord>): boolean {
  return words.within({ ...left, left: left.right, right: right.left }).some((word) => {
    const middle = (word.left + word.right) / 2;
    if (middle <= left.right || middle >= right.left || !areOnRow(word, left)) return false;
    return word.confidencePercent >= LATIN_PERCENT && /[\p{L}\p{N}]{2}/u.test(word.text);
  });
}
