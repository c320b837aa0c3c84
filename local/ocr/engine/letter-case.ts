import { RowHeights } from './row-height.ts';
import type { ReadLine, ReadWord } from './tesseract.ts';

/** Letters whose capitals differ from the small ones by nothing but size. */
const SAME_SHAPE = /^[cosvwxzCOSVWXZ]+$/u;
/** A letter this tall against the digits and capitals beside it is a capital; small letters come to about 0.7. */
export const CAPITAL_SHARE = 0.86;

/**
 * Sets the case of words such as CS or Z by their size against digits and capitals in the same row: standing alone in a
 * table cell they give Tesseract nothing to compare with.
 */
export function settleLetterCase(lines: readonly ReadLine[]): ReadLine[] {
  const heights = new RowHeights(lines);
  return lines.map(({ words }) => ({ words: words.map((word) => settleWord(word, heights)) }));
}

function settleWord(word: ReadWord, heights: RowHeights): ReadWord {
  if (!SAME_SHAPE.test(word.text)) return word;
  const reference = heights.beside(word.box);
  if (reference === undefined) return word;
  const text = word.symbols
    .map((symbol) => {
      const isCapital = symbol.box.bottom - symbol.box.top >= CAPITAL_SHARE * reference;
      return isCapital ? symbol.text.toUpperCase() : symbol.text.toLowerCase();
    })
    .join('');
  return { ...word, text };
}
