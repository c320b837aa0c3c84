import { findBlobs } from './blobs.ts';
import { aroundBoxes } from './boxes.ts';
import type { GreyImage } from './grey-image.ts';
import type { PixelBox } from './tesseract.ts';

const INK_LEVEL = 190;
/** A character of the same word stands nearer than this share of the word's height and is nearly as tall. */
const NEAR = 0.45;
const TALL = 0.65;
/** What is narrower may be the stub of a rule as well as a 1. */
const WIDE = 0.35;

export interface CompletedWord {
  /** The word with the characters that reading the page left out at its ends. */
  readonly box: PixelBox;
  /** Whether there is a thin stroke at an end that may be a 1, or nothing. */
  readonly isDoubtful: boolean;
}

/**
 * Looks for ink at the ends of a word that belongs to no word: a digit lost there would otherwise go unnoticed, as both
 * engines would be shown the same cut.
 * @param others the boxes of the other words
 */
export function completeWord(page: GreyImage, box: PixelBox, others: readonly PixelBox[]): CompletedWord {
  const height = box.bottom - box.top;
  const reach = Math.round(NEAR * height);
  const sides = [
    { ...box, left: Math.max(0, box.left - 3 * reach), right: box.left - 1 },
    { ...box, left: box.right + 1, right: Math.min(page.width, box.right + 3 * reach) },
  ];
  const beside = sides
    .flatMap((side) => findBlobs(page, side, INK_LEVEL).map((blob) => blob.box))
    .filter((blob) => blob.bottom - blob.top >= TALL * height)
    .filter((blob) => blob.left - box.right <= reach && box.left - blob.right <= reach)
    .filter((blob) => !others.some((other) => overlap(blob, other)));
  const wide = beside.filter((blob) => blob.right - blob.left >= WIDE * height);
  return { box: aroundBoxes([box, ...wide]), isDoubtful: wide.length < beside.length };
}

function overlap(a: PixelBox, b: PixelBox): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}
