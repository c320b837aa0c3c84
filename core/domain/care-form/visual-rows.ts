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
  return rows.map((row) => ({ y: row.y, words: row.words.sort((a, b) => a.left - b.left) }));
}
