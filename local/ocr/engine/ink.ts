import type { GreyImage } from './grey-image.ts';

/** Black and white view of a flattened page: 1 where there is ink. */
export interface InkMap {
  readonly width: number;
  readonly height: number;
  readonly ink: Uint8Array;
}

/** In a flattened page everything darker than this counts as ink; printed hairlines come out at 120 to 170. */
const INK_THRESHOLD = 205;

/** Marks the ink of a flattened page. */
export function findInk(flat: GreyImage, threshold = INK_THRESHOLD): InkMap {
  const ink = new Uint8Array(flat.pixels.length);
  for (let i = 0; i < ink.length; i++) ink[i] = (flat.pixels[i] ?? 255) < threshold ? 1 : 0;
  return { width: flat.width, height: flat.height, ink };
}

/** Mirrors an ink map along its diagonal, so that what is written for rows works for columns. */
export function transposeInk({ width, height, ink }: InkMap): InkMap {
  const turned = new Uint8Array(ink.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) turned[x * height + y] = ink[y * width + x] ?? 0;
  }
  return { width: height, height: width, ink: turned };
}

/**
 * For each inked pixel the length of the unbroken vertical run of ink through it, 0 elsewhere; runs over 255 count as 255.
 */
export function verticalRunLengths({ width, height, ink }: InkMap): Uint8Array {
  const lengths = new Uint8Array(ink.length);
  for (let x = 0; x < width; x++) {
    let start = -1;
    for (let y = 0; y <= height; y++) {
      const isInk = y < height && ink[y * width + x] === 1;
      if (isInk && start < 0) start = y;
      if (!isInk && start >= 0) {
        const length = Math.min(255, y - start);
        for (let run = start; run < y; run++) lengths[run * width + x] = length;
        start = -1;
      }
    }
  }
  return lengths;
}
