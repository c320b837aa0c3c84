import { shareOfInk } from './cells.ts';
import type { InkMap } from './ink.ts';
import type { PixelBox } from './tesseract.ts';
import type { Wall } from './walls.ts';

/** Fewer than this many equal steps in a row may be letters. */
const FEWEST_CELLS = 4;
/** Width of a cell at 200 dpi: 2.3 to 9 mm. */
const WIDTH_PIXELS = { narrowest: 18, widest: 70 } as const;
const SHORTEST_TICK_PIXELS = 9;
/** Ticks stand on one line, at equal distances. */
const LEVEL_PIXELS = 3;
const UNEVEN_SHARE = 0.12;
const SMALLEST_LINE_SHARE = 0.9;
/** Characters reach above short ticks: a cell is taken to be at least this much taller than it is wide. */
const HEIGHT_OF_WIDTH = 1.2;

/**
 * Finds comb fields without a top: a line with ticks at equal distances, as |_|_|_|.
 * @param walls from left to right
 * @param closed cells with four sides, which are no part of these
 */
export function findOpenCombs(
  map: InkMap,
  walls: readonly Wall[],
  closed: readonly PixelBox[],
): PixelBox[][] {
  const ticks = walls.filter(
    (wall) => wall.bottom - wall.top >= SHORTEST_TICK_PIXELS && !isWallOf(wall, closed),
  );
  const used = new Set<Wall>();
  const combs: PixelBox[][] = [];
  for (const first of ticks) {
    if (used.has(first)) continue;
    const row = followTicks(map, first, ticks);
    if (row.length <= FEWEST_CELLS) continue;
    for (const tick of row) used.add(tick);
    combs.push(toCells(row));
  }
  return combs;
}

function isWallOf({ x, top, bottom }: Wall, cells: readonly PixelBox[]): boolean {
  return cells.some(
    (cell) => x >= cell.left - 4 && x <= cell.right + 4 && bottom > cell.top && top < cell.bottom,
  );
}

/** The longest row of ticks at equal distances that begins with one. */
function followTicks(map: InkMap, first: Wall, ticks: readonly Wall[]): Wall[] {
  const onLine = ticks.filter(
    ({ x, bottom }) => x > first.x && Math.abs(bottom - first.bottom) <= LEVEL_PIXELS,
  );
  let longest: Wall[] = [first];
  for (const second of onLine) {
    const step = second.x - first.x;
    if (step < WIDTH_PIXELS.narrowest) continue;
    if (step > WIDTH_PIXELS.widest) break;
    const row = [first];
    for (let last = first, next = nextTick(map, last, step, onLine); next !== undefined;) {
      row.push(next);
      last = next;
      next = nextTick(map, last, step, onLine);
    }
    if (row.length > longest.length) longest = row;
  }
  return longest;
}

/** The tick one step on, if the line runs on to it. */
function nextTick(map: InkMap, from: Wall, step: number, ticks: readonly Wall[]): Wall | undefined {
  const next = ticks.find(({ x }) => Math.abs(x - from.x - step) <= Math.max(2, UNEVEN_SHARE * step));
  if (next === undefined) return undefined;
  const shares = [0, 1, 2, 3, 4].map((below) =>
    shareOfInk(map, Math.max(from.bottom, next.bottom) + below - 1, from.x, next.x),
  );
  return Math.max(...shares) >= SMALLEST_LINE_SHARE ? next : undefined;
}

function toCells(row: readonly Wall[]): PixelBox[] {
  const bottom = Math.max(...row.map((tick) => tick.bottom));
  const tickTop = Math.min(...row.map((tick) => tick.top));
  return row.slice(1).map((right, i) => {
    const left = row[i]?.x ?? right.x;
    const top = Math.min(tickTop, bottom - Math.round(HEIGHT_OF_WIDTH * (right.x - left)));
    return { left, top: Math.max(0, top), right: right.x, bottom };
  });
}
