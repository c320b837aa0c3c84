import type { Wording } from '../wording.ts';
import type { Colour, PagePen, TextStyle } from './page-pen.ts';

/** A4 in points; everything is measured from the lower left corner. */
export const PAGE_WIDTH = 595.28;
export const PAGE_HEIGHT = 841.89;
export const MARGIN = 48;
export const RIGHT = PAGE_WIDTH - MARGIN;

export const GREEN: Colour = [0.02, 0.36, 0.27];
export const PALE_GREEN: Colour = [0.93, 0.965, 0.95];

/** Naskh letters are small in their body: they are set larger to look like the Latin ones beside them. */
const ARABIC_SCALE = 1.18;

/** Words in both languages; either may be missing. */
export interface Pair {
  readonly fr: string | undefined;
  readonly ar: string | undefined;
}

/** From the left end of a place on a line to its right end. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

type PairStyle = Omit<TextStyle, 'direction' | 'align' | 'maxWidth'>;

const GAP = 10;

/** French at the left, Arabic at the right of one line; where both do not fit, both are set smaller by the same measure. */
export function printPair(pen: PagePen, span: Span, baseline: number, words: Pair, style: PairStyle): void {
  const scaled = { ...style, size: style.size * shrinkOf(pen, span, words, style) };
  const maxWidth = span.right - span.left;
  if (words.fr !== undefined) pen.text(span.left, baseline, words.fr, { ...scaled, maxWidth });
  if (words.ar !== undefined)
    pen.text(span.right, baseline, words.ar, { ...scaled, ...arabic(scaled.size), align: 'right', maxWidth });
}

/** By how much both have to be set smaller to stand on one line: 1 where they fit. */
export function shrinkOf(pen: PagePen, { left, right }: Span, { fr, ar }: Pair, style: PairStyle): number {
  if (fr === undefined || ar === undefined) return 1;
  const width = pen.widthOf(fr, style) + pen.widthOf(ar, { ...style, ...arabic(style.size) });
  return Math.min(1, (right - left - GAP) / width);
}

/** A line across the page. */
export function bilingual(pen: PagePen, baseline: number, words: Wording, style: PairStyle): void {
  printPair(pen, { left: MARGIN, right: RIGHT }, baseline, words, style);
}

export function arabic(size: number): { readonly size: number; readonly direction: 'rtl' } {
  return { size: size * ARABIC_SCALE, direction: 'rtl' };
}
