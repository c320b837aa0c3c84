/** A picture in grey: row by row from the top left, one byte a pixel, 0 is black. */
export interface GreyPixels {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Side of the squares that are looked at: some letters, and the paper between them. */
const TILE_PIXELS = 32;
/** Every second pixel of every second row says enough. */
const STEP_PIXELS = 2;
/** Levels by which ink and paper differ at least; less is grain. */
const LEAST_CONTRAST = 40;
/** The nearer end of the levels is this many times nearer to the middle level than the other: most of a square is paper. */
const CLEARLY_NEARER = 2;
/** Squares with light ink outnumber those with dark ink so many times on a negative: labels in white on a dark band do not. */
const CLEARLY_MORE = 3;
/** Fewer say nothing of a page. */
const FEWEST_TILES = 12;
/** The level that this share of a square's pixels is darker than, at either end. */
const END_SHARE = 0.03;

/**
 * Whether a page is light on dark: most of it is dark, and so is what its ink stands on. Brightness alone does not tell it from a
 * page on a dark desk.
 */
export function isNegative(image: GreyPixels): boolean {
  const tiles: Levels[] = [];
  for (let top = 0; top < image.height; top += TILE_PIXELS) {
    for (let left = 0; left < image.width; left += TILE_PIXELS) tiles.push(levelsOf(image, left, top));
  }
  return isMostlyDark(tiles) && hasLightInk(tiles);
}

function isMostlyDark(tiles: readonly Levels[]): boolean {
  const middles = tiles.map(({ middle }) => middle).sort((one, other) => one - other);
  const middle = middles[Math.floor(middles.length / 2)] ?? 255;
  const darkest = tiles.reduce((least, { dark }) => Math.min(least, dark), 255);
  const lightest = tiles.reduce((most, { light }) => Math.max(most, light), 0);
  return middle - darkest < lightest - middle;
}

function hasLightInk(tiles: readonly Levels[]): boolean {
  let lightInk = 0;
  let darkInk = 0;
  for (const { dark, middle, light } of tiles) {
    if (light - dark < LEAST_CONTRAST) continue;
    if (middle - dark > CLEARLY_NEARER * (light - middle)) darkInk += 1;
    if (light - middle > CLEARLY_NEARER * (middle - dark)) lightInk += 1;
  }
  return lightInk >= FEWEST_TILES && lightInk > CLEARLY_MORE * darkInk;
}

/** The same page dark on light, whichever way it was scanned. */
export function darkOnLight(image: GreyPixels): Uint8Array {
  return isNegative(image) ? image.pixels.map((level) => 255 - level) : image.pixels;
}

interface Levels {
  readonly dark: number;
  readonly middle: number;
  readonly light: number;
}

function levelsOf({ pixels, width, height }: GreyPixels, left: number, top: number): Levels {
  const levels: number[] = [];
  for (let y = top; y < Math.min(height, top + TILE_PIXELS); y += STEP_PIXELS) {
    for (let x = left; x < Math.min(width, left + TILE_PIXELS); x += STEP_PIXELS)
      levels.push(pixels[y * width + x] ?? 255);
  }
  levels.sort((one, other) => one - other);
  const at = (share: number): number => levels[Math.floor(share * (levels.length - 1))] ?? 255;
  return { dark: at(END_SHARE), middle: at(0.5), light: at(1 - END_SHARE) };
}
