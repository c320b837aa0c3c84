import { middleY, type PageFrame, type PageWord } from './page-frame.ts';

/** Words that stand on one printed row, from left to right. */
export interface VisualRow {
  readonly y: number;
  readonly words: readonly PageWord[];
}

function linesOf(words: readonly PageWord[]): readonly VisualRow[] {
  const byLine = new Map<number, PageWord[]>();
  for (const word of words) {
    const line = byLine.get(word.line);
    if (line === undefined) byLine.set(word.line, [word]);
    else line.push(word);
  }
  return Array.from(byLine.values(), (line) => ({
    y: line.reduce((sum, word) => sum + middleY(word), 0) / line.length,
    words: line,
  }));
}

/**
 * Groups the words of a straightened page into rows. OCR's lines stay whole; a line joins the row whose middle is
 * nearest, within half a line.
 */
export function groupRows(words: readonly PageWord[], frame: PageFrame): readonly VisualRow[] {
  const rows: { y: number; words: PageWord[] }[] = [];
  for (const line of [...linesOf(words)].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row !== undefined && line.y - row.y < 0.5 * frame.lineHeight) {
      const share = line.words.length / (row.words.length + line.words.length);
      row.words.push(...line.words);
      row.y += (line.y - row.y) * share;
    } else {
      rows.push({ y: line.y, words: [...line.words] });
    }
  }
  return mergeStaggered(rows, frame).map((row) => ({
    y: row.y,
    words: row.words.sort((a, b) => a.left - b.left),
  }));
}

interface OpenRow {
  y: number;
  readonly words: PageWord[];
}

/** Rows that are nearer than this, in line heights, and stand beside each other are one row that runs unevenly. */
const staggeredReach = 0.75;
/** Crowded rows are no staggered ones, and to compare all their words would take long. */
const mostPairs = 2_000;

function standBeside(a: readonly PageWord[], b: readonly PageWord[]): boolean {
  return !a.some((word) => b.some((other) => word.left < other.right && word.right > other.left));
}

function mergeStaggered(rows: readonly OpenRow[], frame: PageFrame): readonly OpenRow[] {
  const merged: OpenRow[] = [];
  for (const row of rows) {
    const last = merged.at(-1);
    const isNear = last !== undefined && row.y - last.y < staggeredReach * frame.lineHeight;
    if (isNear && last.words.length * row.words.length < mostPairs && standBeside(last.words, row.words)) {
      const share = row.words.length / (last.words.length + row.words.length);
      last.words.push(...row.words);
      last.y += (row.y - last.y) * share;
    } else merged.push(row);
  }
  return merged;
}
