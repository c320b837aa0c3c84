import type { InkMap } from './ink.ts';
import { MARKED_SHARE, shareOfInkInside } from './marks.ts';
import type { PixelBox } from './tesseract.ts';

/** The line of a check box, as a share of its side; the strokes of bold capitals are thicker. */
const THICKEST_LINE_OF_SIDE = 0.28;
/** Lines of most boxes are thinner than this share of their side, and strokes of most letters thicker. */
const THICK_LINE_OF_SIDE = 0.18;
const LONGEST_WALK_PIXELS = 12;

/**
 * Whether a cell that stands alone was drawn as a box and not printed as an O or a D, which at that size have straight
 * sides as well: a box has thin lines and square corners, outside and inside. A speck may hide one corner.
 */
export function isDrawnBox(map: InkMap, box: PixelBox): boolean {
  const { left, top, right, bottom } = box;
  const thickness = lineThickness(map, box);
  const share = thickness / (bottom - top);
  if (share > THICKEST_LINE_OF_SIDE) return false;
  // The box runs along the middle of its lines. A `B` or a `0` has ink there in its corners, and is round outside of it.
  const outside = share > THICK_LINE_OF_SIDE ? Math.max(0, Math.floor(thickness / 2) - 1) : 0;
  const corners = [left - outside, right + outside].flatMap((x) =>
    [top - outside, bottom + outside].map((y) => isInk(map, x, y)),
  );
  if (corners.filter(Boolean).length < 3) return false;
  // A cross fills the inner corners.
  if (shareOfInkInside(map, box) >= MARKED_SHARE) return true;
  const squareCorners = [left, right].flatMap((x) =>
    [top, bottom].map(
      (y) => inkIntoCorner(map, x, y, x === left ? 1 : -1, y === top ? 1 : -1) <= thickness / 2 + 1.5,
    ),
  );
  return squareCorners.filter(Boolean).length >= 3;
}

function isInk({ width, ink }: InkMap, x: number, y: number): boolean {
  return ink[y * width + x] === 1;
}

/** Median thickness of the left and right walls. */
function lineThickness(map: InkMap, { left, top, right, bottom }: PixelBox): number {
  const thicknesses: number[] = [];
  for (let y = top + 4; y <= bottom - 4; y++) {
    for (const x of [left, right]) {
      let [from, to] = [x, x];
      while (isInk(map, from - 1, y) && x - from < LONGEST_WALK_PIXELS) from--;
      while (isInk(map, to + 1, y) && to - x < LONGEST_WALK_PIXELS) to++;
      thicknesses.push(to - from + 1);
    }
  }
  return thicknesses.sort((a, b) => a - b)[Math.floor(thicknesses.length / 2)] ?? 0;
}

/** How far ink reaches from a corner along the diagonal into the box. */
function inkIntoCorner(map: InkMap, x: number, y: number, dx: 1 | -1, dy: 1 | -1): number {
  let last = 0;
  for (let step = 0; step <= LONGEST_WALK_PIXELS; step++) {
    if (isInk(map, x + step * dx, y + step * dy)) last = step;
    else if (step - last > 2 && last > 0) break;
  }
  return last;
}
