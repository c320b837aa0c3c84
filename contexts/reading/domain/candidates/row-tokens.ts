import { middleX, type PageFrame, type PageWord } from '../page-frame.ts';
import { arabicMonthOf } from '../month-names.ts';
import { hasArabic, hasLetterOrDigit } from '../text-folding.ts';
import type { VisualRow } from '../visual-rows.ts';

/** A piece of a row as a reader takes it in: a word, or the characters of a comb as the word that they spell. */
export interface RowToken {
  readonly text: string;
  readonly words: readonly PageWord[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Space to the token before it, in usual characters; infinite for the first. */
  readonly gap: number;
  /** The same in characters of its own size: small and large print stand on one page. */
  readonly ownGap: number;
}

export interface TokenRow {
  readonly y: number;
  readonly tokens: readonly RowToken[];
}

/** Cells of a comb are a few letters apart; handwriting is larger than print, and so are its spaces. */
const widestCellGap = 3.6;
/** A step from one cell to the next that is so many times the usual one leads to another comb, or over an empty cell. */
const widestStep = 1.6;
/** The groups of one comb, as day, month and year are, stand no more than an empty cell apart. */
const widestGroupStep = 2.1;
/** Fewer single characters in a row may be anything; letters alone are a word (`AIT`, `BEN`) sooner than digits a number. */
const fewestCells = 4;
const fewestLetterCells = 3;

function tokenOf(
  words: readonly PageWord[],
  text: string,
  previousRight: number,
  frame: PageFrame,
): RowToken {
  const left = Math.min(...words.map((word) => word.left));
  const right = Math.max(...words.map((word) => word.right));
  const ownWidth = Math.max(frame.characterWidth, (right - left) / Math.max(1, text.length));
  return {
    text,
    words,
    left,
    right,
    top: Math.min(...words.map((word) => word.top)),
    bottom: Math.max(...words.map((word) => word.bottom)),
    gap: (left - previousRight) / frame.characterWidth,
    ownGap: (left - previousRight) / ownWidth,
  };
}

/** Rules, leaders and specks; walls of a comb between its characters. */
function isSpeck(word: PageWord): boolean {
  return !hasLetterOrDigit(word.text) && !/^[/,.\-–:%]$/.test(word.text);
}

function isCell(word: PageWord): boolean {
  return /^[|[\]]?[\p{L}\d/.-][|[\]]?$/u.test(word.text);
}

/** Whether a cell is hardly further from those before it than they are from each other, as day, month and year of a comb are. */
function goesOn(cells: readonly PageWord[], next: PageWord): boolean {
  const [before, last] = cells.slice(-2);
  if (before === undefined || last === undefined) return false;
  return middleX(next) - middleX(last) <= widestGroupStep * (middleX(last) - middleX(before));
}

/** Where the run of cells that begins at an index ends (exclusive); the same index where none begins. */
function endOfCells(words: readonly PageWord[], start: number, frame: PageFrame): number {
  let end = start;
  while (end < words.length) {
    const word = words[end];
    const previous = words[end - 1];
    if (word === undefined || !isCell(word)) break;
    if (end > start && previous !== undefined) {
      const own = Math.min(word.right - word.left, previous.right - previous.left);
      const gap = word.left - previous.right;
      const isApart = gap > widestCellGap * Math.max(frame.characterWidth, own);
      if (isApart && !goesOn(words.slice(start, end), word)) break;
    }
    end += 1;
  }
  const isWord = words.slice(start, end).every((word) => /\p{L}/u.test(word.text));
  return end - start >= (isWord ? fewestLetterCells : fewestCells) ? end : start;
}

/** Cells that follow each other without a break; two combs on a row are a step apart that is wider than those within them. */
function combsOf(cells: readonly PageWord[]): readonly (readonly PageWord[])[] {
  const steps = cells.slice(1).map((cell, index) => middleX(cell) - middleX(cells[index] ?? cell));
  const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  const combs: PageWord[][] = [];
  cells.forEach((cell, index) => {
    const last = combs.at(-1);
    if (last === undefined || (steps[index - 1] ?? 0) > widestStep * usual) combs.push([cell]);
    else last.push(cell);
  });
  return combs;
}

function tokensOf(row: VisualRow, frame: PageFrame): readonly RowToken[] {
  // Of Arabic only the names of months are part of a value.
  const words = row.words.filter(
    (word) => !isSpeck(word) && (!hasArabic(word.text) || arabicMonthOf(word.text) !== undefined),
  );
  const tokens: RowToken[] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < words.length;) {
    const end = Math.max(endOfCells(words, index, frame), index + 1);
    for (const own of combsOf(words.slice(index, end))) {
      const text =
        end - index === 1
          ? (own[0]?.text ?? '')
          : own.map((word) => word.text.replace(/[^\p{L}\d/.-]/gu, '')).join('');
      const token = tokenOf(own, text, right, frame);
      tokens.push(token);
      right = token.right;
    }
    index = end;
  }
  return tokens;
}

/** Whether a token was put together of the characters of a comb. */
export function isComb({ words, text }: RowToken): boolean {
  return words.length > 1 && words.length >= text.replace(/[^\p{L}\d]/gu, '').length;
}

/** From one character of a comb to the next, as a ratio of the page's width. */
export function cellWidthOf({ words }: RowToken): number {
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined
    ? 0
    : (middleX(last) - middleX(first)) / (words.length - 1);
}

/** The rows of a page in Latin letters and digits, without specks, combs joined. */
export function tokenRows(rows: readonly VisualRow[], frame: PageFrame): readonly TokenRow[] {
  return rows.map((row) => ({ y: row.y, tokens: tokensOf(row, frame) }));
}
