import type { GreyPixels } from '../negative.ts';
import { type Blob, blobsOf } from '../arabic-dates/blobs.ts';
import { inkOf } from '../arabic-dates/ink.ts';

/** The end of a word that faces a gap, in pixels. */
export interface PixelEdge {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PixelGap {
  readonly left: PixelEdge;
  readonly right: PixelEdge;
}

/** What stands in a gap: how it looks, in numbers, and where it is. */
export interface GapWord {
  readonly looks: Float32Array;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const COLUMNS = 32;
const ROWS = 14;
const SAMPLES = 3;
const MEASURES = 4;
/** Gaps that a month can stand in, in heights of the numbers beside it. */
const WIDTHS = { least: 0.9, most: 8 } as const;
/** Smaller print cannot be told, larger is no date; in pixels. */
const HEIGHTS = { least: 8, most: 70 } as const;
/** Dots and hooks are above and below the numbers, in their heights. */
const BEYOND = 0.75;
/** Ink so near to a number is its own, in heights. */
const MARGIN = 0.08;
/** A dot is so small, in heights, and a rule hardly higher, but long, in widths of the gap; a row to write on has so many dots. */
const FLAT = 0.2;
const LONG = 0.75;
const DOTS_OF_RULE = 5;
const MOST_SIDE = 600;
const LEAST_AREA = 0.003;

/** @returns undefined where nothing stands there that may be a month */
export function gapWordOf(page: GreyPixels, gap: PixelGap): GapWord | undefined {
  const { left, right } = gap;
  const height = (left.bottom - left.top + right.bottom - right.top) / 2;
  const width = right.x - left.x;
  if (height < HEIGHTS.least || height > HEIGHTS.most) return undefined;
  if (width < WIDTHS.least * height || width > WIDTHS.most * height) return undefined;
  const beyond = BEYOND * height;
  const crop = cropOf(page, {
    left: Math.floor(left.x + MARGIN * height),
    right: Math.ceil(right.x - MARGIN * height),
    top: Math.floor(Math.min(left.top, right.top) - beyond),
    bottom: Math.ceil(Math.max(left.bottom, right.bottom) + beyond),
  });
  if (crop === undefined) return undefined;
  const blobs = blobsOf(inkOf(crop), crop.width, crop.height, MOST_SIDE) ?? [];
  const slope = (right.top + right.bottom - left.top - left.bottom) / 2 / width;
  const word = withoutRules(blobs, height, crop).filter(({ area }) => area >= LEAST_AREA * height * height);
  if (word.length === 0) return undefined;
  return looksOf(word, crop, { height, slope });
}

interface Crop extends GreyPixels {
  readonly left: number;
  readonly top: number;
}

function cropOf(
  page: GreyPixels,
  wanted: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): Crop | undefined {
  const [left, top] = [Math.max(0, wanted.left), Math.max(0, wanted.top)];
  const width = Math.min(page.width, wanted.right) - left;
  const height = Math.min(page.height, wanted.bottom) - top;
  if (width < 4 || height < 4) return undefined;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = (top + y) * page.width + left;
    pixels.set(page.pixels.subarray(start, start + width), y * width);
  }
  return { pixels, width, height, left, top };
}

/** Without what goes on above or below, which is of another row, rules, and rows of dots to write on. */
function withoutRules(blobs: readonly Blob[], height: number, crop: Crop): readonly Blob[] {
  const isDot = (blob: Blob): boolean =>
    blob.right - blob.left <= FLAT * height && blob.bottom - blob.top <= FLAT * height;
  const dots = blobs.filter(isDot);
  return blobs.filter((blob) => {
    if (blob.top === 0 || blob.bottom === crop.height) return false;
    if (blob.bottom - blob.top <= 2 * FLAT * height && blob.right - blob.left > LONG * crop.width)
      return false;
    const beside = dots.filter((dot) => Math.abs(dot.bottom - blob.bottom) <= 0.1 * height);
    return !isDot(blob) || beside.length < DOTS_OF_RULE;
  });
}

function looksOf(
  blobs: readonly Blob[],
  crop: Crop,
  { height, slope }: { readonly height: number; readonly slope: number },
): GapWord {
  const mask = new Uint8Array(crop.width * crop.height);
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  let area = 0;
  // Rows as they would be on a level page.
  for (const { runs } of blobs) {
    for (let at = 0; at < runs.length; at += 3) {
      const [row, start, end] = [runs[at] ?? 0, runs[at + 1] ?? 0, runs[at + 2] ?? 0];
      mask.fill(1, row * crop.width + start, row * crop.width + end);
      const level = row - slope * ((start + end) / 2 - crop.width / 2);
      bounds.left = Math.min(bounds.left, start);
      bounds.right = Math.max(bounds.right, end);
      bounds.top = Math.min(bounds.top, level);
      bounds.bottom = Math.max(bounds.bottom, level + 1);
      area += end - start;
    }
  }
  const [wide, tall] = [bounds.right - bounds.left, bounds.bottom - bounds.top];
  const looks = new Float32Array(COLUMNS * ROWS + MEASURES);
  for (let cell = 0; cell < COLUMNS * ROWS; cell++) {
    let ink = 0;
    for (let part = 0; part < SAMPLES * SAMPLES; part++) {
      const x = bounds.left + (((cell % COLUMNS) + ((part % SAMPLES) + 0.5) / SAMPLES) / COLUMNS) * wide;
      const down = (Math.floor(cell / COLUMNS) + (Math.floor(part / SAMPLES) + 0.5) / SAMPLES) / ROWS;
      const y = Math.floor(bounds.top + down * tall + slope * (x - crop.width / 2));
      if (y >= 0 && y < crop.height) ink += mask[y * crop.width + Math.floor(x)] ?? 0;
    }
    looks[cell] = ink / (SAMPLES * SAMPLES);
  }
  looks.set(
    [wide / tall / 4, tall / height / 2, wide / height / 4, (2 * area) / (wide * tall)],
    COLUMNS * ROWS,
  );
  return {
    looks,
    left: crop.left + bounds.left,
    right: crop.left + bounds.right,
    top: crop.top + bounds.top,
    bottom: crop.top + bounds.bottom,
  };
}
