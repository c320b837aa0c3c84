import type { InkMap } from './ink.ts';
import type { PixelBox } from './tesseract.ts';
import { standSideBySide, THICKEST_WALL_PIXELS, type Wall } from './walls.ts';

/** Sides of check boxes and comb cells at 200 dpi: 2.2 to 11 mm. */
const SIDE_PIXELS = { shortest: 17, longest: 88 } as const;
/** How far above a wall's visible end the top of the box may run: a cross in the corner hides that much of the wall. */
const CORNER_PIXELS = { outside: 14, inside: 4 } as const;
const SMALLEST_SIDE_SHARE = 0.88;
/** Of a wall this much must show; the tallest digits reach over three quarters of a cell. */
const SMALLEST_WALL_SHARE = 0.88;
/** Boxes that share more than this are one box found twice, along the two edges of a thick wall. */
const LARGEST_OVERLAP = 0.5;

/** Finds the small rectangles on a page, drawn alone or wall to wall: check boxes and cells for single characters. */
export function findCells(map: InkMap, walls: readonly Wall[]): PixelBox[] {
  const cells: PixelBox[] = [];
  for (const [i, left] of walls.entries()) {
    for (let j = i + 1; j < walls.length; j++) {
      const right = walls[j];
      if (right === undefined) break;
      const width = right.x - left.x;
      if (width > SIDE_PIXELS.longest) break;
      if (width < SIDE_PIXELS.shortest || !standSideBySide(left, right, Math.min)) continue;
      const cell = closeBox(map, left, right);
      if (cell === undefined) continue;
      if (!cells.some((other) => overlap(other, cell) > LARGEST_OVERLAP)) cells.push(cell);
      // The nearest wall that closes the box is its side; farther ones close several boxes at once.
      break;
    }
  }
  return cells;
}

/** The box that two walls and the sides between their ends make, if walls and sides meet. */
function closeBox(map: InkMap, left: Wall, right: Wall): PixelBox | undefined {
  for (const top of findSides(map, left, right, 'top')) {
    for (const bottom of findSides(map, left, right, 'bottom')) {
      const height = bottom - top;
      if (height < SIDE_PIXELS.shortest || height > SIDE_PIXELS.longest) continue;
      // Strokes of digits and of round letters do not reach from top to bottom; walls do.
      if (!reachesDown(map, left.x, top, bottom) || !reachesDown(map, right.x, top, bottom)) continue;
      return {
        left: centreOfWall(map, left.x, top, bottom),
        top,
        right: centreOfWall(map, right.x, top, bottom),
        bottom,
      };
    }
  }
  return undefined;
}

/** The middle of a wall, which may have been found along one of its edges. */
function centreOfWall({ width, ink }: InkMap, x: number, top: number, bottom: number): number {
  const centres: number[] = [];
  for (let y = top; y <= bottom; y++) {
    let [from, to] = [x, x];
    while (ink[y * width + from - 1] === 1 && x - from <= THICKEST_WALL_PIXELS) from--;
    while (ink[y * width + to + 1] === 1 && to - x <= THICKEST_WALL_PIXELS) to++;
    if (to - from < THICKEST_WALL_PIXELS) centres.push((from + to) / 2);
  }
  return Math.round(centres.sort((a, b) => a - b)[Math.floor(centres.length / 2)] ?? x);
}

/** What two boxes share, as a share of the smaller one. */
function overlap(a: PixelBox, b: PixelBox): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const area = (box: PixelBox): number => (box.right - box.left) * (box.bottom - box.top);
  return width <= 0 || height <= 0 ? 0 : (width * height) / Math.min(area(a), area(b));
}

/**
 * The rows in which straight lines join the ends of two walls, the outermost first: in a crossed box the arms of the
 * cross can look like a second line inside.
 */
function findSides(map: InkMap, left: Wall, right: Wall, side: 'top' | 'bottom'): number[] {
  const end = side === 'top' ? Math.min(left.top, right.top) : Math.max(left.bottom, right.bottom);
  const outwards = side === 'top' ? -1 : 1;
  const lines: { rows: number[]; share: number }[] = [];
  let line: { rows: number[]; share: number } | undefined;
  for (let step = CORNER_PIXELS.outside; step >= -CORNER_PIXELS.inside; step--) {
    const row = end + step * outwards;
    const share = shareOfInk(map, row, left.x + 2, right.x - 2);
    if (share <= SMALLEST_SIDE_SHARE) line = undefined;
    else if (line === undefined) lines.push((line = { rows: [row], share }));
    else if (share > line.share) Object.assign(line, { rows: [row], share });
    else if (share === line.share) line.rows.push(row);
  }
  return lines.map(({ rows }) => rows[Math.floor(rows.length / 2)] ?? end);
}

function reachesDown({ width, ink }: InkMap, x: number, top: number, bottom: number): boolean {
  let inked = 0;
  for (let y = top; y <= bottom; y++) {
    const i = y * width + x;
    if (ink[i] === 1 || ink[i - 1] === 1 || ink[i + 1] === 1) inked++;
  }
  return inked >= SMALLEST_WALL_SHARE * (bottom - top + 1);
}

/** Share of columns in which a horizontal line shows, in a row or the rows next to it. */
export function shareOfInk({ width, height, ink }: InkMap, row: number, from: number, to: number): number {
  if (row < 1 || row >= height - 1) return 0;
  let inked = 0;
  for (let x = from; x <= to; x++) {
    const i = row * width + x;
    if (ink[i] === 1 || ink[i - width] === 1 || ink[i + width] === 1) inked++;
  }
  return inked / Math.max(1, to - from + 1);
}
