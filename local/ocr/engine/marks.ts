import type { InkMap } from './ink.ts';
import type { PixelBox } from './tesseract.ts';

/** Share of the inside that ink covers in a box with a mark; a speck or a bit of wall covers less. */
export const MARKED_SHARE = 0.06;
/** Share of the box's side left out on each side, so that the walls do not count. */
const WALL_SHARE = 0.2;
const SURE_PERCENT = 99;
const UNSURE_PERCENT = 50;

/**
 * Says whether a check box is marked, by the ink inside it.
 * @returns with a confidence of 50 to 99 percent: low where the ink is near the limit
 */
export function judgeMark(map: InkMap, box: PixelBox): { selected: boolean; confidencePercent: number } {
  const share = shareOfInkInside(map, box);
  const clearness = Math.min(1, Math.abs(share - MARKED_SHARE) / MARKED_SHARE);
  return {
    selected: share >= MARKED_SHARE,
    confidencePercent: Math.round(UNSURE_PERCENT + clearness * (SURE_PERCENT - UNSURE_PERCENT)),
  };
}

/** Share of ink inside a box, its walls left out. */
export function shareOfInkInside(map: InkMap, { left, top, right, bottom }: PixelBox): number {
  const insetX = Math.max(3, Math.round((right - left) * WALL_SHARE));
  const insetY = Math.max(3, Math.round((bottom - top) * WALL_SHARE));
  let inked = 0;
  let count = 0;
  for (let y = top + insetY; y <= bottom - insetY; y++) {
    for (let x = left + insetX; x <= right - insetX; x++) {
      inked += map.ink[y * map.width + x] ?? 0;
      count++;
    }
  }
  return inked / Math.max(1, count);
}
