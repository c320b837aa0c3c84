import type { Baseline } from './baseline.ts';
import type { Blob } from './blobs.ts';
import { heightOf, middleOf } from './chains.ts';

/** Cells of the grid that a glyph is looked at on. */
const COLUMNS = 12;
const ROWS = 16;
const SAMPLES = 3;
/** Sizes and places beside the grid. */
const MEASURES = 6;
/** Numbers that say how a glyph looks. */
export const LOOKS = COLUMNS * ROWS + MEASURES;

/**
 * How a glyph looks, in numbers of 0 to 1 or so: its picture, as large as it fits on the grid and straightened; how large it is and where it
 * stands on its line. A zero and a full stop are told by that alone.
 */
export function looksOfGlyph(glyph: Blob, { height, slope, yAt }: Baseline): Float32Array {
  const looks = new Float32Array(LOOKS);
  const mask = maskOf(glyph);
  const width = glyph.right - glyph.left;
  const tall = heightOf(glyph);
  const scale = Math.max(width / COLUMNS, tall / ROWS);
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      let ink = 0;
      for (let part = 0; part < SAMPLES * SAMPLES; part++) {
        const right = (column + ((part % SAMPLES) + 0.5) / SAMPLES - COLUMNS / 2) * scale;
        const down = (row + (Math.floor(part / SAMPLES) + 0.5) / SAMPLES - ROWS / 2) * scale;
        const x = Math.floor(width / 2 + right - slope * down);
        const y = Math.floor(tall / 2 + down + slope * right);
        if (x >= 0 && x < width && y >= 0 && y < tall) ink += mask[y * width + x] ?? 0;
      }
      looks[row * COLUMNS + column] = ink / (SAMPLES * SAMPLES);
    }
  }
  const foot = yAt(middleOf(glyph));
  looks.set(
    [
      tall / height,
      width / height,
      (foot - glyph.bottom) / height,
      (foot - glyph.top) / height,
      glyph.area / (width * tall),
      glyph.area / (height * height),
    ],
    COLUMNS * ROWS,
  );
  return looks;
}

function maskOf({ left, top, right, runs }: Blob): Uint8Array {
  const width = right - left;
  const mask = new Uint8Array(width * ((runs.at(-3) ?? top) - top + 1));
  for (let at = 0; at < runs.length; at += 3) {
    const start = ((runs[at] ?? 0) - top) * width - left;
    mask.fill(1, start + (runs[at + 1] ?? 0), start + (runs[at + 2] ?? 0));
  }
  return mask;
}
