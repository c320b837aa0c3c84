import { type Chain, heightOf, middleOf } from './chains.ts';

/** The line that the glyphs of a value stand on, and how high they are: what sizes and places of glyphs are told by. */
export interface Baseline {
  /** Height of its usual digits, in pixels. */
  readonly height: number;
  /** How far it falls on its way to the right, in pixels for each pixel. */
  readonly slope: number;
  readonly yAt: (x: number) => number;
}

/** Of glyphs sorted by height, the one at this part is a digit: below it are zeros, above it slashes. */
const DIGIT_PART = 0.65;
/** In heights of a digit: what stands on the line by its foot. */
const DIGIT_HEIGHTS = { least: 0.75, most: 1.2 } as const;

/** @returns undefined where too few glyphs are of one height */
export function baselineOf(glyphs: Chain): Baseline | undefined {
  const heights = glyphs.map(heightOf).sort((one, other) => one - other);
  const usual = heights[Math.floor(DIGIT_PART * heights.length)] ?? 0;
  const digits = glyphs.filter((glyph) => {
    const height = heightOf(glyph);
    return height >= DIGIT_HEIGHTS.least * usual && height <= DIGIT_HEIGHTS.most * usual;
  });
  if (digits.length < 3) return undefined;
  const slopes = digits.flatMap((one, index) =>
    digits.slice(index + 1).flatMap((other) => {
      const across = middleOf(other) - middleOf(one);
      return across < usual ? [] : [(other.bottom - one.bottom) / across];
    }),
  );
  const slope = medianOf(slopes);
  const foot = medianOf(digits.map((glyph) => glyph.bottom - slope * middleOf(glyph)));
  // The box of a glyph that is askew is higher than the glyph itself.
  const height = medianOf(
    digits.map((glyph) => heightOf(glyph) - Math.abs(slope) * 0.5 * (glyph.right - glyph.left)),
  );
  return { height, slope, yAt: (x) => foot + slope * x };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
