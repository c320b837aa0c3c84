import type { GreyImage } from './grey-image.ts';

/** Side of the squares in which the paper's brightness is measured: wider than the thickest stroke, narrower than a shadow. */
const TILE_PIXELS = 32;
/** The paper is taken to be as bright as this share of a tile's pixels are dark. */
const PAPER_QUANTILE = 0.8;
/** After the paper has been made 255, all below the first is ink and all above the second is paper. */
const LEVELS = { black: 30, white: 215 } as const;
/** On a faded page the levels follow the ink, but no further than this: beyond, the noise of the paper shows. */
const FADED_LEVELS = { black: 150, white: 238 } as const;
/** The level that this share of the ink is darker than stands for how dark the ink is. */
const INK_QUANTILE = 0.05;

/**
 * Takes shadows, tints and fading out of a page: divides by the paper's brightness around each pixel, then stretches
 * the levels so that paper noise is clipped to white.
 */
export function flattenShadows(image: GreyImage): GreyImage {
  const { width, height, pixels } = image;
  const columns = Math.ceil(width / TILE_PIXELS);
  const rows = Math.ceil(height / TILE_PIXELS);
  const paper = smooth(paperBrightness(image, columns, rows), columns, rows);
  const levels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const gy = Math.max(0, Math.min(rows - 1, y / TILE_PIXELS - 0.5));
    const y0 = Math.min(Math.trunc(gy), Math.max(0, rows - 2));
    const fy = gy - y0;
    const lower = Math.min(rows - 1, y0 + 1) * columns;
    for (let x = 0; x < width; x++) {
      const gx = Math.max(0, Math.min(columns - 1, x / TILE_PIXELS - 0.5));
      const x0 = Math.min(Math.trunc(gx), Math.max(0, columns - 2));
      const fx = gx - x0;
      const x1 = Math.min(columns - 1, x0 + 1);
      const upperMix = (paper[y0 * columns + x0] ?? 255) * (1 - fx) + (paper[y0 * columns + x1] ?? 255) * fx;
      const lowerMix = (paper[lower + x0] ?? 255) * (1 - fx) + (paper[lower + x1] ?? 255) * fx;
      const level = ((pixels[y * width + x] ?? 255) * 255) / (upperMix * (1 - fy) + lowerMix * fy);
      levels[y * width + x] = Math.min(255, Math.round(level));
    }
  }
  return { width, height, pixels: stretchLevels(levels) };
}

function stretchLevels(levels: Uint8Array): Uint8Array {
  const { black, white } = findLevels(levels);
  const stretch = 255 / (white - black);
  const stretched = Uint8Array.from({ length: 256 }, (_, level) =>
    Math.max(0, Math.min(255, Math.round((level - black) * stretch))),
  );
  return levels.map((level) => stretched[level] ?? 255);
}

/** Where black and white are to be, by how dark the ink is: on a faded page both move towards the paper. */
function findLevels(levels: Uint8Array): { black: number; white: number } {
  const histogram = new Int32Array(256);
  for (const level of levels) histogram[level] = (histogram[level] ?? 0) + 1;
  const ink = histogram.subarray(0, LEVELS.white - 15).reduce((sum, count) => sum + count, 0);
  let level = 0;
  for (let seen = histogram[0] ?? 0; seen < ink * INK_QUANTILE && level < 255; seen += histogram[level] ?? 0)
    level++;
  const black = Math.max(LEVELS.black, Math.min(FADED_LEVELS.black, level));
  const contrast = (255 - black) / (255 - LEVELS.black);
  const white = 255 - (255 - LEVELS.white) * contrast;
  return { black, white: Math.min(FADED_LEVELS.white, white) };
}

function paperBrightness(image: GreyImage, columns: number, rows: number): Float32Array {
  const { width, height, pixels } = image;
  const paper = new Float32Array(columns * rows);
  const histogram = new Int32Array(256);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      histogram.fill(0);
      let count = 0;
      const bottom = Math.min(height, (row + 1) * TILE_PIXELS);
      const right = Math.min(width, (column + 1) * TILE_PIXELS);
      for (let y = row * TILE_PIXELS; y < bottom; y += 2) {
        for (let x = column * TILE_PIXELS; x < right; x += 2) {
          const value = pixels[y * width + x] ?? 255;
          histogram[value] = (histogram[value] ?? 0) + 1;
          count++;
        }
      }
      let seen = 0;
      let level = 0;
      while (level < 255 && seen + (histogram[level] ?? 0) < count * PAPER_QUANTILE) {
        seen += histogram[level] ?? 0;
        level++;
      }
      paper[row * columns + column] = Math.max(16, level);
    }
  }
  return paper;
}

/** Median of three by three tiles, so that a tile full of ink does not count as dark paper, then a light blur. */
function smooth(paper: Float32Array, columns: number, rows: number): Float32Array {
  const around = (source: Float32Array, column: number, row: number): number[] => {
    const values: number[] = [];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        values.push(source[y * columns + x] ?? 255);
      }
    }
    return values;
  };
  const each = (source: Float32Array, pick: (values: number[]) => number): Float32Array =>
    source.map((_, i) => pick(around(source, i % columns, Math.floor(i / columns))));
  const median = each(
    paper,
    (values) => values.sort((a, b) => a - b)[Math.floor(values.length * 0.6)] ?? 255,
  );
  return each(median, (values) => values.reduce((sum, value) => sum + value, 0) / values.length);
}
