import type { Baseline } from './baseline.ts';
import type { Blob } from './blobs.ts';
import { heightOf, middleOf } from './chains.ts';

export const SEPARATORS = ['/', '-', '.'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Whether a glyph may be this separator, by its size and place: told at once, before its picture is looked at. */
export function isLike(kind: Separator, glyph: Blob, { height, yAt }: Baseline): boolean {
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
export function leanOf(glyph: Blob): number {
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
