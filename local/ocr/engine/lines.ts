import type { ReadLine, ReadWord } from './tesseract.ts';

/** A gap wider than this share of the page height separates columns; Textract splits its lines at about as much. */
const WIDEST_GAP_OF_PAGE_HEIGHT = 0.017;

/** Cuts lines where words stand far apart, and drops words and lines that hold nothing. */
export function splitLines(lines: readonly ReadLine[], pageHeightPixels: number): ReadLine[] {
  const widestGap = pageHeightPixels * WIDEST_GAP_OF_PAGE_HEIGHT;
  return lines.flatMap(({ words }) => {
    const parts: ReadWord[][] = [];
    let right = -Infinity;
    for (const word of words.filter(({ text }) => text.trim() !== '')) {
      if (parts.length === 0 || word.box.left - right > widestGap) parts.push([]);
      parts.at(-1)?.push(word);
      right = word.box.right;
    }
    return parts.map((part) => ({ words: part }));
  });
}
