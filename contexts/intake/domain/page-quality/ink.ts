import type { GreyRaster } from './grey-raster.ts';
import { INK_RATIO, TILE_PIXELS, type Tiles } from './paper.ts';

/** Which pixels are writing: 1, else 0; row by row. */
export interface InkMap {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly ink: Uint8Array;
}

/** A run of ink that is longer is a rule of a table, the edge of a sheet or the desk, and no part of a letter: about 5 mm. */
const LONGEST_STROKE_PIXELS = 28;

/** From so much ink on a tile is written on. */
export const LEAST_INK_SHARE = 0.03;

/** Finds writing: what is clearly darker than the paper around it, without rules and edges. */
export function findWriting(raster: GreyRaster, tiles: Tiles): InkMap {
  const { widthPixels, heightPixels, pixels } = raster;
  const ink = new Uint8Array(widthPixels * heightPixels);
  for (let y = 0; y < heightPixels; y++) {
    for (let x = 0; x < widthPixels; x++) {
      const at = y * widthPixels + x;
      if ((pixels[at] ?? 255) < paperAt(tiles, x, y) * INK_RATIO) ink[at] = 1;
    }
  }
  const map = { widthPixels, heightPixels, ink };
  return withoutLongRuns(map);
}

/** How many tiles of the page are written on: a letter or more, no grain of dust. */
export function countWrittenTiles(
  { widthPixels, heightPixels, ink }: InkMap,
  { columns, rows }: Tiles,
): number {
  const inkOfTile = new Uint16Array(columns * rows);
  for (let y = 0; y < Math.min(heightPixels, rows * TILE_PIXELS); y++) {
    const start = Math.floor(y / TILE_PIXELS) * columns;
    for (let x = 0; x < columns * TILE_PIXELS; x++) {
      const tile = start + Math.floor(x / TILE_PIXELS);
      inkOfTile[tile] = (inkOfTile[tile] ?? 0) + (ink[y * widthPixels + x] ?? 0);
    }
  }
  return inkOfTile.filter((inkPixels) => inkPixels >= LEAST_INK_SHARE * TILE_PIXELS ** 2).length;
}

function paperAt({ columns, rows, tiles }: Tiles, x: number, y: number): number {
  const column = Math.min(columns - 1, Math.floor(x / TILE_PIXELS));
  const row = Math.min(rows - 1, Math.floor(y / TILE_PIXELS));
  return tiles[row * columns + column]?.paperLevel ?? 255;
}

function withoutLongRuns({ widthPixels, heightPixels, ink }: InkMap): InkMap {
  const kept = Uint8Array.from(ink);
  const clear = (lines: number, length: number, at: (line: number, place: number) => number) => {
    for (let line = 0; line < lines; line++) {
      let run = 0;
      for (let place = 0; place <= length; place++) {
        if (place < length && ink[at(line, place)] === 1) {
          run++;
          continue;
        }
        if (run > LONGEST_STROKE_PIXELS)
          for (let back = place - run; back < place; back++) kept[at(line, back)] = 0;
        run = 0;
      }
    }
  };
  clear(heightPixels, widthPixels, (y, x) => y * widthPixels + x);
  clear(widthPixels, heightPixels, (x, y) => y * widthPixels + x);
  return { widthPixels, heightPixels, ink: kept };
}
