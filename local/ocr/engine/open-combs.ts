import { shareOfInk } from './cells.ts';
import type { InkMap } from './ink.ts';
import type { PixelBox } from './tesseract.ts';
import type { Wall } from './walls.ts';

/** Fewer than this many equal steps in a row may be letters; beside a comb of the same steps, as `EL` before `ALAOUI`, a few less are not. */
const FEWEST_CELLS = { alone: 4, besideComb: 2 } as const;
/** How far from a comb a shorter one of the same field begins or ends, in steps. */
const STEPS_BETWEEN = 1.6;
/** Width of a cell at 200 dpi: 2.3 to 9 mm. */
const WIDTH_PIXELS = { narrowest: 18, widest: 70 } as const;
const SHORTEST_TICK_PIXELS = 9;
/** Ticks stand on one line, at equal distances. */
const LEVEL_PIXELS = 5;
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
  const rows: Wall[][] = [];
  const take = (isComb: (row: readonly Wall[]) => boolean): void => {
    for (const first of ticks) {
      if (used.has(first)) continue;
      const row = followTicks(
        map,
        first,
        ticks.filter((tick) => !used.has(tick)),
      );
      if (!isComb(row)) continue;
      for (const tick of row) used.add(tick);
      rows.push(row);
    }
  };
  take((row) => row.length > FEWEST_CELLS.alone);
  // The day stands beside the month, which stands beside the year.
  let known = 0;
  while (rows.length > known) {
    known = rows.length;
    take(
      (row) =>
        row.length > FEWEST_CELLS.besideComb && rows.some((comb) => standsBeside(spanOf(row), spanOf(comb))),
    );
  }
  return rows.map(toCells);
}

/** Where a row of ticks stands. */
interface Span {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly step: number;
}

function spanOf(row: readonly Wall[]): Span {
  const [first, last] = [row[0], row.at(-1)];
  const [left, right] = [first?.x ?? 0, last?.x ?? 0];
  return { left, right, bottom: first?.bottom ?? 0, step: (right - left) / Math.max(1, row.length - 1) };
}

function standsBeside(short: Span, comb: Span): boolean {
  const gap = Math.max(comb.left - short.right, short.left - comb.right);
  return (
    Math.abs(short.bottom - comb.bottom) <= LEVEL_PIXELS &&
    Math.abs(short.step - comb.step) <= Math.max(2, UNEVEN_SHARE * comb.step) &&
    gap >= 0 &&
    gap <= STEPS_BETWEEN * comb.step
  );
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
  // A blot may lengthen a tick below the line.
  const highest = Math.min(from.bottom, next.bottom) - 1;
  const lowest = Math.max(from.bottom, next.bottom) + 3;
  const shares = Array.from({ length: lowest - highest + 1 }, (_, below) =>
    shareOfInk(map, highest + below, from.x, next.x),
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
