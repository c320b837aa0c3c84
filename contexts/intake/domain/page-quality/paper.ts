import type { GreyRaster } from './grey-raster.ts';

/** Side of a tile in pixels: about the height of two lines of writing at the size that pages are looked at. */
export const TILE_PIXELS = 24;

/** What a small square of the page looks like. */
export interface Tile {
  /** Level of the paper beneath the writing. */
  readonly paperLevel: number;
  readonly inkLevel: number;
  /** Part of the tile's pixels that is ink, 0 to 1. */
  readonly inkShare: number;
  /** How steep its steepest edges are, in levels a pixel. */
  readonly steepestStep: number;
}

/** The page as tiles, row by row. What does not fill a tile at the right and the lower edge is left out. */
export interface Tiles {
  readonly columns: number;
  readonly rows: number;
  readonly tiles: readonly Tile[];
}

/** A pixel is ink when it is darker than this part of the paper around it. */
export const INK_RATIO = 0.75;

export function tilesOf(raster: GreyRaster): Tiles {
  const columns = Math.floor(raster.widthPixels / TILE_PIXELS);
  const rows = Math.floor(raster.heightPixels / TILE_PIXELS);
  const tiles: Tile[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      tiles.push(tileAt(raster, column * TILE_PIXELS, row * TILE_PIXELS));
  }
  return { columns, rows, tiles };
}

function tileAt({ widthPixels, pixels }: GreyRaster, left: number, top: number): Tile {
  const levels = new Uint16Array(256);
  const steps = new Uint16Array(256);
  for (let y = top; y < top + TILE_PIXELS; y++) {
    for (let x = left; x < left + TILE_PIXELS; x++) {
      const at = y * widthPixels + x;
      const level = pixels[at] ?? 0;
      count(levels, level);
      if (x + 1 < left + TILE_PIXELS) count(steps, Math.abs((pixels[at + 1] ?? level) - level));
      if (y + 1 < top + TILE_PIXELS) count(steps, Math.abs((pixels[at + widthPixels] ?? level) - level));
    }
  }
  const paperLevel = quantile(levels, 0.9);
  const inkBelow = Math.floor(paperLevel * INK_RATIO);
  const ink = levels.subarray(0, inkBelow).reduce((sum, pixelCount) => sum + pixelCount, 0);
  return {
    paperLevel,
    inkLevel: quantile(levels, 0.02),
    inkShare: ink / TILE_PIXELS ** 2,
    steepestStep: quantile(steps, 0.98),
  };
}

function count(histogram: Uint16Array, level: number): void {
  histogram[level] = (histogram[level] ?? 0) + 1;
}

/** The level below which this part of what was counted lies. */
function quantile(histogram: Uint16Array, part: number): number {
  const wanted = histogram.reduce((sum, pixelCount) => sum + pixelCount, 0) * part;
  let seen = 0;
  for (const [level, pixelCount] of histogram.entries()) {
    seen += pixelCount;
    if (seen >= wanted) return level;
  }
  return 255;
}

/** The value below which this part of the values lies; 0 of none. */
export function quantileOf(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
