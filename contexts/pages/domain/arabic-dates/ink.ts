import type { GreyPixels } from '../negative.ts';

/** Half the side of the square whose mean is the paper around a pixel: some letters high, so that letters do not darken it. */
const REACH_PIXELS = 20;
/** Ink is darker than so much of what is around it: enough for grey print. */
export const INK_SHARE = 0.84;

/**
 * Which pixels are ink, 1 or 0: darker than what is around them, however the light falls on the page.
 * @param share ink is darker than so much of what is around it
 */
export function inkOf({ pixels, width, height }: GreyPixels, share = INK_SHARE): Uint8Array {
  const ink = new Uint8Array(width * height);
  const columns = new Uint32Array(width);
  const rowsIn = (y: number, sign: 1 | -1): void => {
    const start = y * width;
    for (let x = 0; x < width; x++) columns[x] = (columns[x] ?? 0) + sign * (pixels[start + x] ?? 0);
  };
  for (let y = 0; y < Math.min(height, REACH_PIXELS); y++) rowsIn(y, 1);
  for (let y = 0; y < height; y++) {
    if (y + REACH_PIXELS < height) rowsIn(y + REACH_PIXELS, 1);
    if (y - REACH_PIXELS - 1 >= 0) rowsIn(y - REACH_PIXELS - 1, -1);
    const rows = Math.min(height, y + REACH_PIXELS + 1) - Math.max(0, y - REACH_PIXELS);
    markRow(ink, pixels, columns, { start: y * width, width, rows, share });
  }
  return ink;
}

interface InkRow {
  readonly start: number;
  readonly width: number;
  /** How many rows of pixels the sums of the columns are of. */
  readonly rows: number;
  readonly share: number;
}

function markRow(
  ink: Uint8Array,
  pixels: Uint8Array,
  columns: Uint32Array,
  { start, width, rows, share }: InkRow,
): void {
  let sum = 0;
  for (let x = 0; x < Math.min(width, REACH_PIXELS); x++) sum += columns[x] ?? 0;
  for (let x = 0; x < width; x++) {
    if (x + REACH_PIXELS < width) sum += columns[x + REACH_PIXELS] ?? 0;
    if (x - REACH_PIXELS - 1 >= 0) sum -= columns[x - REACH_PIXELS - 1] ?? 0;
    const around = rows * (Math.min(width, x + REACH_PIXELS + 1) - Math.max(0, x - REACH_PIXELS));
    if ((pixels[start + x] ?? 255) * around < share * sum) ink[start + x] = 1;
  }
}
