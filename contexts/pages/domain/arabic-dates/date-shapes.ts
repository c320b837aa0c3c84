import { type Baseline, baselineOf } from './baseline.ts';
import type { Blob } from './blobs.ts';
import { type Chain, heightOf } from './chains.ts';
import { isLike, type Separator, SEPARATORS } from './separators.ts';

/** Digits of day, month and year as they stand from left to right: the year last, or first where Arabic turns the parts about. */
type Shape = readonly [number, number, number];

/** The longest first: a shorter one may be a piece of it. */
const SHAPES: readonly Shape[] = [
  [2, 2, 4],
  [4, 2, 2],
  [1, 2, 4],
  [2, 1, 4],
  [4, 2, 1],
  [4, 1, 2],
  [1, 1, 4],
  [4, 1, 1],
];

/** Glyphs that may be a date by how they are divided. */
export interface DateShape {
  readonly shape: Shape;
  readonly glyphs: Chain;
  readonly separator: Separator;
  readonly baseline: Baseline;
}

/** In heights of a digit: beyond it a day or month of one digit may have lost its other. */
const LONE_GAP = 0.45;
/** Nothing stands so near to a date; what does may be a digit of it. */
const CLEAR = 0.45;

/** Where a chain can be a date: two separators of one kind, with as many glyphs between them as a date has. */
export function* dateShapesOf(chain: Chain): Iterable<DateShape> {
  for (const shape of SHAPES) {
    const [first, second, third] = shape;
    const length = first + second + third + 2;
    for (let start = 0; start + length <= chain.length; start++) {
      const glyphs = chain.slice(start, start + length);
      const [one, other] = [glyphs[first], glyphs[first + second + 1]];
      if (one === undefined || other === undefined || !mayDivide(one, other)) continue;
      const baseline = baselineOf(glyphs);
      if (baseline === undefined) continue;
      const separator = SEPARATORS.find(
        (kind) => isLike(kind, one, baseline) && isLike(kind, other, baseline),
      );
      if (separator === undefined) continue;
      const around = { before: chain[start - 1], after: chain[start + length] };
      if (!standsAlone(glyphs, around, baseline) || !areWhole(shape, glyphs, baseline)) continue;
      yield { shape, glyphs, separator, baseline };
    }
  }
}

/** Two separators are nearly alike; told before anything that takes longer. */
function mayDivide(one: Blob, other: Blob): boolean {
  const [low, high] = [heightOf(one), heightOf(other)].sort((a, b) => a - b);
  return low !== undefined && high !== undefined && high <= 1.5 * low + 2;
}

function standsAlone(
  glyphs: Chain,
  { before, after }: { readonly before: Blob | undefined; readonly after: Blob | undefined },
  { height }: Baseline,
): boolean {
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  if (first === undefined || last === undefined) return false;
  return (
    (before === undefined || first.left - before.right > CLEAR * height) &&
    (after === undefined || after.left - last.right > CLEAR * height)
  );
}

/** A day or month of one digit is believed only where no other can have been lost beside it. */
function areWhole([first, second, third]: Shape, glyphs: Chain, { height }: Baseline): boolean {
  const parts = [
    { start: 0, length: first },
    { start: first + 1, length: second },
    { start: first + second + 2, length: third },
  ];
  return parts.every(({ start, length }) => {
    if (length > 1) return true;
    const [before, glyph, after] = [glyphs[start - 1], glyphs[start], glyphs[start + 1]];
    if (glyph === undefined) return false;
    return (
      (before === undefined || glyph.left - before.right <= LONE_GAP * height) &&
      (after === undefined || after.left - glyph.right <= LONE_GAP * height)
    );
  });
}
