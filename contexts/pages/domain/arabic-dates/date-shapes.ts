import { type Baseline, baselineOf } from './baseline.ts';
import type { Blob } from './blobs.ts';
import { type Chain, heightOf, middleOf } from './chains.ts';

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

const SEPARATORS = ['/', '-', '.'] as const;
export type Separator = (typeof SEPARATORS)[number];

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

function isLike(kind: Separator, glyph: Blob, { height, yAt }: Baseline): boolean {
  const tall = heightOf(glyph) / height;
  const wide = (glyph.right - glyph.left) / height;
  const above = (yAt(middleOf(glyph)) - glyph.bottom) / height;
  switch (kind) {
    case '/':
      return tall >= 0.75 && tall <= 1.9 && wide <= 1.1 && leanOf(glyph) >= 0.1;
    case '-':
      return tall <= 0.35 && wide >= 0.18 && wide <= 0.9 && wide >= 1.25 * tall && above >= 0.1;
    case '.':
      return tall <= 0.4 && wide <= 0.4 && above < 0.25;
  }
}

/** How far the head of a glyph leans to the right of its foot, in its own heights. */
function leanOf(glyph: Blob): number {
  const tall = heightOf(glyph);
  const sums = { head: 0, headInk: 0, foot: 0, footInk: 0 };
  for (let at = 0; at < glyph.runs.length; at += 3) {
    const down = ((glyph.runs[at] ?? 0) - glyph.top) / tall;
    const [start, end] = [glyph.runs[at + 1] ?? 0, glyph.runs[at + 2] ?? 0];
    const weighed = ((start + end) / 2) * (end - start);
    if (down < 1 / 3) {
      sums.head += weighed;
      sums.headInk += end - start;
    } else if (down >= 2 / 3) {
      sums.foot += weighed;
      sums.footInk += end - start;
    }
  }
  return (sums.head / Math.max(1, sums.headInk) - sums.foot / Math.max(1, sums.footInk)) / tall;
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
