import { findBlobs, type Blob } from './blobs.ts';
import type { GreyImage } from './grey-image.ts';
import type { PixelBox } from './tesseract.ts';

/** What is darker counts as ink. */
const INK_LEVEL = 205;
/** A speck is at most this large; the dot of an i at 200 dpi is 3 to 4 pixels wide. */
const LARGEST_SPECK_PIXELS = 9;
/** A dot that belongs to a letter or a number has other ink this near. */
const COMPANY_PIXELS = 13;
/** Letters of the smallest print are no larger than specks; what is smaller than this is company to nothing. */
const SMALLEST_LETTER_PIXELS = 5;

/**
 * Paints over specks that stand alone: dust and what is left of rules is otherwise read as full stops and quotation
 * marks, and joined to the nearest word.
 * @param image is changed in place
 */
export function eraseSpecks(image: GreyImage): void {
  const { width, height, pixels } = image;
  const blobs = findBlobs(image, { left: 0, top: 0, right: width, bottom: height }, INK_LEVEL);
  const size = ({ box }: Blob): number => Math.max(box.right - box.left, box.bottom - box.top);
  const crowd = markLetters(
    blobs.filter((blob) => size(blob) >= SMALLEST_LETTER_PIXELS),
    width,
    height,
  );
  for (const { box } of blobs.filter((blob) => size(blob) <= LARGEST_SPECK_PIXELS)) {
    if (hasCompany(crowd, box)) continue;
    for (let y = Math.max(0, box.top - 1); y < Math.min(height, box.bottom + 1); y++) {
      pixels.fill(255, y * width + Math.max(0, box.left - 1), y * width + Math.min(width, box.right + 1));
    }
  }
}

/** Where letters are: their boxes, by the squares of a coarse grid that they touch. */
interface Crowd {
  readonly columns: number;
  readonly rows: number;
  readonly boxes: readonly PixelBox[][];
}

const SQUARE_PIXELS = 2 * COMPANY_PIXELS;

function markLetters(letters: readonly Blob[], width: number, height: number): Crowd {
  const [columns, rows] = [Math.ceil(width / SQUARE_PIXELS), Math.ceil(height / SQUARE_PIXELS)];
  const boxes: PixelBox[][] = Array.from({ length: columns * rows }, () => []);
  for (const { box } of letters) for (const square of squaresOf(box, columns, rows)) boxes[square]?.push(box);
  return { columns, rows, boxes };
}

function squaresOf(box: PixelBox, columns: number, rows: number): number[] {
  const squares: number[] = [];
  const top = Math.max(0, Math.floor(box.top / SQUARE_PIXELS));
  const bottom = Math.min(rows - 1, Math.floor(box.bottom / SQUARE_PIXELS));
  const left = Math.max(0, Math.floor(box.left / SQUARE_PIXELS));
  const right = Math.min(columns - 1, Math.floor(box.right / SQUARE_PIXELS));
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) squares.push(row * columns + column);
  }
  return squares;
}

function hasCompany({ columns, rows, boxes }: Crowd, speck: PixelBox): boolean {
  const near = {
    left: speck.left - COMPANY_PIXELS,
    top: speck.top - COMPANY_PIXELS,
    right: speck.right + COMPANY_PIXELS,
    bottom: speck.bottom + COMPANY_PIXELS,
  };
  const isNear = (box: PixelBox): boolean =>
    box !== speck &&
    box.left < near.right &&
    box.right > near.left &&
    box.top < near.bottom &&
    box.bottom > near.top;
  return squaresOf(near, columns, rows).some((square) => boxes[square]?.some(isNear));
}
