import type { Box } from '../care-form.ts';
import type { Point } from '../ocr-document.ts';
import { turnPoint } from '../quarter-turns.ts';

/** A row of fewer words, or a shorter one, says little of its slope: a comma hangs lower than a capital. */
const fewestBoxes = 3;
const shortestRow = 0.25;
/** Enough to tell a row from the one below it. */
const shortestLine = 0.1;
/** Scans lie askew by less; what falls more steeply is no row. */
const steepest = 0.15;
/** How far the middle of a word may lie above or below its row's line, in heights of the row's words. */
const besideRow = 0.7;

function middleOf({ left, top, width, height }: Box, turns: number): Point {
  return turnPoint({ x: left + width / 2, y: top + height / 2 }, turns);
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** The line through the middles of words, on the page turned upright; undefined where they are too near each other for one. */
function lineThrough(
  points: readonly Point[],
  shortest: number,
): { readonly slope: number; yAt(x: number): number } | undefined {
  const xs = points.map(({ x }) => x);
  if (Math.max(...xs) - Math.min(...xs) < shortest) return undefined;
  const [meanX, meanY] = [mean(xs), mean(points.map(({ y }) => y))];
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
  return Math.abs(slope) > steepest ? undefined : { slope, yAt: (x) => meanY + slope * (x - meanX) };
}

/**
 * How far a row falls on its way to the right.
 * @param boxes of its words, on the page as it was scanned
 * @param turns by how many quarter turns clockwise the page lies
 * @returns heights per width of the page turned upright; undefined where the words do not tell
 */
export function slopeOf(boxes: readonly Box[], turns: number): number | undefined {
  if (boxes.length < fewestBoxes) return undefined;
  const points = boxes.map((box) => middleOf(box, turns));
  return lineThrough(points, shortestRow)?.slope;
}

/**
 * Whether a word stands on the row of others, and not on the one above or below, which a box around a row that falls holds too.
 * @returns always true where the words do not tell where their row runs
 */
export function isOnRow(box: Box, row: readonly Box[], turns: number): boolean {
  const line = lineThrough(
    row.map((one) => middleOf(one, turns)),
    shortestLine,
  );
  if (line === undefined) return true;
  const heights = row.map(({ width, height }) => (turns % 2 === 0 ? height : width));
  const { x, y } = middleOf(box, turns);
  return Math.abs(y - line.yAt(x)) < besideRow * mean(heights);
}
