import type { Box } from '../care-form.ts';
import type { Point } from '../ocr-document.ts';
import { turnPoint } from '../quarter-turns.ts';

/** A row of fewer words, or a shorter one, says little of its slope: a comma hangs lower than a capital. */
const fewestBoxes = 3;
const shortestRow = 0.25;
/** Scans lie askew by less; what falls more steeply is no row. */
const steepest = 0.15;

function middleOf({ left, top, width, height }: Box, turns: number): Point {
  return turnPoint({ x: left + width / 2, y: top + height / 2 }, turns);
}

/**
 * How far a row falls on its way to the right: the line through the middles of its words.
 * @param boxes on the page as it was scanned
 * @param turns by how many quarter turns clockwise the page lies
 * @returns heights per width of the page turned upright; undefined where the words do not tell
 */
export function slopeOf(boxes: readonly Box[], turns: number): number | undefined {
  const points = boxes.map((box) => middleOf(box, turns));
  const xs = points.map(({ x }) => x);
  if (points.length < fewestBoxes || Math.max(...xs) - Math.min(...xs) < shortestRow) return undefined;
  const meanX = xs.reduce((sum, x) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
  return Math.abs(slope) > steepest ? undefined : slope;
}
