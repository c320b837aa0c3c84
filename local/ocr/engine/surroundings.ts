import type { GreyImage } from './grey-image.ts';

const TILE_PIXELS = 16;
/** A desk is seen only when it is clearly darker than the paper. */
const DARKER_THAN_PAPER = 0.8;
/** Neighbouring tiles of the same surface differ by less than this share; across the paper's edge they differ by more. */
const SAME_SURFACE = 0.13;
/** A dark area that grows into tiles this bright was a shadow on the paper and not a desk. */
const PAPER_AGAIN = 0.9;

/**
 * Paints what lies around the paper (a desk, a scanner's black rim) in the colour of paper, so that it is not read.
 * A dark area is taken for surroundings when it touches the image's edge and ends in a sharp step; a shadow fades out.
 */
export function paintOverSurroundings(image: GreyImage): GreyImage {
  const tiles = measureTiles(image);
  const sorted = [...tiles.brightness].sort((a, b) => a - b);
  const paper = sorted[Math.floor(sorted.length * 0.6)] ?? 255;
  const outside = findSurroundings(tiles, paper);
  if (!outside.includes(1)) return image;
  return paint(image, tiles, outside, paper);
}

interface Tiles {
  readonly columns: number;
  readonly rows: number;
  /** The brightness that a fifth of the tile's pixels exceed. */
  readonly brightness: Float32Array;
}

function measureTiles({ width, height, pixels }: GreyImage): Tiles {
  const columns = Math.ceil(width / TILE_PIXELS);
  const rows = Math.ceil(height / TILE_PIXELS);
  const brightness = new Float32Array(columns * rows);
  for (let tile = 0; tile < brightness.length; tile++) {
    const values: number[] = [];
    const [left, top] = [(tile % columns) * TILE_PIXELS, Math.floor(tile / columns) * TILE_PIXELS];
    for (let y = top; y < Math.min(height, top + TILE_PIXELS); y += 2) {
      for (let x = left; x < Math.min(width, left + TILE_PIXELS); x += 2)
        values.push(pixels[y * width + x] ?? 255);
    }
    values.sort((a, b) => a - b);
    brightness[tile] = values[Math.floor(values.length * 0.8)] ?? 255;
  }
  return { columns, rows, brightness };
}

function findSurroundings({ columns, rows, brightness }: Tiles, paper: number): Uint8Array {
  const outside = new Uint8Array(columns * rows);
  const seen = new Uint8Array(columns * rows);
  for (let start = 0; start < brightness.length; start++) {
    const [column, row] = [start % columns, Math.floor(start / columns)];
    const onEdge = column === 0 || row === 0 || column === columns - 1 || row === rows - 1;
    if (!onEdge || seen[start] === 1 || (brightness[start] ?? 255) >= paper * DARKER_THAN_PAPER) continue;
    const area = [start];
    seen[start] = 1;
    let fadesIntoPaper = false;
    for (const tile of area) {
      const level = brightness[tile] ?? 255;
      if (level >= paper * PAPER_AGAIN) fadesIntoPaper = true;
      for (const next of neighbours(tile, columns, rows)) {
        const difference = Math.abs((brightness[next] ?? 255) - level) / Math.max(level, 40);
        if (seen[next] === 1 || difference > SAME_SURFACE) continue;
        seen[next] = 1;
        area.push(next);
      }
    }
    if (!fadesIntoPaper) for (const tile of area) outside[tile] = 1;
  }
  return outside;
}

function neighbours(index: number, columns: number, rows: number): number[] {
  const [column, row] = [index % columns, Math.floor(index / columns)];
  const found: number[] = [];
  if (column > 0) found.push(index - 1);
  if (column < columns - 1) found.push(index + 1);
  if (row > 0) found.push(index - columns);
  if (row < rows - 1) found.push(index + columns);
  return found;
}

/**
 * Paints the tiles, then eats into the dark parts of the tiles that hold the paper's edge: from the painted tiles and
 * from the image's own edge, where a wedge of desk may be thinner than a tile.
 */
function paint(
  image: GreyImage,
  { columns, brightness }: Tiles,
  outside: Uint8Array,
  paper: number,
): GreyImage {
  const { width, height } = image;
  const pixels = image.pixels.slice();
  const levels = [...brightness].filter((_, tile) => outside[tile] === 1).sort((a, b) => a - b);
  const darkest = (paper + (levels[Math.floor(levels.length / 2)] ?? paper)) / 2;
  const pending: { pixel: number; steps: number }[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const isOutside = outside[Math.floor(y / TILE_PIXELS) * columns + Math.floor(x / TILE_PIXELS)] === 1;
      const onEdge = x === 0 || y === 0 || x === width - 1 || y === height - 1;
      if (!isOutside && !(onEdge && (pixels[pixel] ?? 255) < darkest)) continue;
      pixels[pixel] = paper;
      const onTileEdge =
        x % TILE_PIXELS === 0 ||
        y % TILE_PIXELS === 0 ||
        (x + 1) % TILE_PIXELS === 0 ||
        (y + 1) % TILE_PIXELS === 0;
      if (onEdge || onTileEdge) pending.push({ pixel, steps: 2 * TILE_PIXELS });
    }
  }
  for (const { pixel, steps } of pending) {
    if (steps === 0) continue;
    for (const next of neighbours(pixel, width, height)) {
      if ((pixels[next] ?? 255) >= darkest) continue;
      pixels[next] = paper;
      pending.push({ pixel: next, steps: steps - 1 });
    }
  }
  return { width, height, pixels };
}
