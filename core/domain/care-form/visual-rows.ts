import { middleY, type PageFrame, type PageWord } from './page-frame.ts';

/** Words that stand on one printed row, from left to right. */
export interface VisualRow {
  readonly y: number;
  readonly words: readonly PageWord[];
}

/** Groups the words of a straightened page into rows: a word joins the row whose middle is nearest, within half a line. */
export function groupRows(words: readonly PageWord[], frame: PageFrame): readonly VisualRow[] {
  const rows: { y: number; words: PageWord[] }[] = [];
  for (const word of [...words].sort((a, b) => middleY(a) - middleY(b))) {
    const y = middleY(word);
    const row = rows.at(-1);
    if (row !== undefined && y - row.y < 0.5 * frame.lineHeight) {
      row.words.push(word);
      row.y += (y - row.y) / row.words.length;
    } else {
      rows.push({ y, words: [word] });
    }
  }
  return rows.map((row) => ({ y: row.y, words: row.words.sort((a, b) => a.left - b.left) }));
}
