import type { PixelBox, ReadLine, ReadSymbol } from './tesseract.ts';

/** Digits and the capitals that cannot be taken for small letters. */
const AS_TALL_AS_CAPITALS = /^[0-9ABDEFGHIJKLMNPQRTUY]$/u;

/** Knows how tall capitals and digits are in each row of a page. */
export class RowHeights {
  readonly #tall: readonly ReadSymbol[];

  constructor(lines: readonly ReadLine[]) {
    this.#tall = lines.flatMap(({ words }) =>
      words.flatMap(({ symbols }) => symbols.filter(({ text }) => AS_TALL_AS_CAPITALS.test(text))),
    );
  }

  /** Median height in pixels of the digits and capitals beside a box; undefined where there are none. */
  beside(box: PixelBox): number | undefined {
    const heights = this.#tall
      .filter((symbol) => areInOneRow(symbol.box, box))
      .map((symbol) => symbol.box.bottom - symbol.box.top)
      .sort((a, b) => a - b);
    return heights[Math.floor(heights.length / 2)];
  }

  /** Whether a number stands in the same row: rows of figures hold codes as well, rows of words do not. */
  hasDigitsBeside(box: PixelBox): boolean {
    return this.#tall.some((symbol) => /\d/u.test(symbol.text) && areInOneRow(symbol.box, box));
  }
}

function areInOneRow(a: PixelBox, b: PixelBox): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared > 0.4 * Math.min(a.bottom - a.top, b.bottom - b.top);
}
