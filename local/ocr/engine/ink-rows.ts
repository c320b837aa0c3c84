import { findBlobs } from './blobs.ts';
import type { GreyImage } from './grey-image.ts';
import { touch } from './pixel-boxes.ts';
import type { PixelBox, ReadLine } from './tesseract.ts';

/** What is darker is ink. */
const INK_LEVEL = 190;

/**
 * Pieces of ink that no word covers, in rows from left to right.
 * @param isWanted whether a piece may be a character, by its size
 * @param isNext whether a piece goes on the row that ends with another
 */
export function uncoveredRows(
  page: GreyImage,
  lines: readonly ReadLine[],
  isWanted: (box: PixelBox) => boolean,
  isNext: (last: PixelBox, box: PixelBox) => boolean,
): readonly (readonly PixelBox[])[] {
  const words = lines.flatMap((line) => line.words);
  const whole = { left: 0, top: 0, right: page.width, bottom: page.height };
  const uncovered = findBlobs(page, whole, INK_LEVEL)
    .map(({ box }) => box)
    .filter((box) => isWanted(box) && !words.some((word) => touch(word.box, box)))
    .sort((a, b) => a.left - b.left);
  const rows: PixelBox[][] = [];
  for (const box of uncovered) {
    const row = rows.find((candidate) => {
      const last = candidate.at(-1);
      return last !== undefined && isNext(last, box);
    });
    if (row === undefined) rows.push([box]);
    else row.push(box);
  }
  return rows;
}
