import type { GreyImage } from '../grey-image.ts';
import type { PixelBox } from '../tesseract.ts';

/** The height that the network was trained at. */
export const STRIP_HEIGHT_PIXELS = 48;
const WIDTH_PIXELS = { least: 16, most: 1200 } as const;
/** Kept around the text, as shares of its height: a letter that the box cut off is read along. */
const MARGIN = { across: 0.25, down: 0.18 } as const;

/** A strip as the network takes it: three like channels, -1 for black to 1 for white. */
export interface Strip {
  readonly values: Float32Array;
  readonly width: number;
}

/** Cuts a piece of a line out of a straight page and scales it to the height that the network reads. */
export function cutStrip(page: GreyImage, box: PixelBox): Strip {
  const height = Math.max(1, box.bottom - box.top);
  const left = box.left - MARGIN.across * height;
  const top = box.top - MARGIN.down * height;
  const scale = STRIP_HEIGHT_PIXELS / (height * (1 + 2 * MARGIN.down));
  const widthOnPage = Math.max(1, box.right - box.left) + 2 * MARGIN.across * height;
  const width = Math.round(Math.max(WIDTH_PIXELS.least, Math.min(WIDTH_PIXELS.most, widthOnPage * scale)));
  const size = STRIP_HEIGHT_PIXELS * width;
  const values = new Float32Array(3 * size);
  for (let y = 0; y < STRIP_HEIGHT_PIXELS; y++) {
    for (let x = 0; x < width; x++) {
      const level = levelAt(page, left + ((x + 0.5) * widthOnPage) / width, top + (y + 0.5) / scale);
      const value = level / 127.5 - 1;
      for (let channel = 0; channel < 3; channel++) values[channel * size + y * width + x] = value;
    }
  }
  return { values, width };
}

/** The level between four pixels; beyond the page's edge that of the edge. */
function levelAt({ width, height, pixels }: GreyImage, x: number, y: number): number {
  const column = Math.max(0, Math.min(width - 1, x - 0.5));
  const row = Math.max(0, Math.min(height - 1, y - 0.5));
  const [left, top] = [Math.floor(column), Math.floor(row)];
  const [right, bottom] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
  const at = (column: number, row: number): number => pixels[row * width + column] ?? 255;
  const across = column - left;
  const upper = at(left, top) * (1 - across) + at(right, top) * across;
  const lower = at(left, bottom) * (1 - across) + at(right, bottom) * across;
  return upper + (lower - upper) * (row - top);
}
