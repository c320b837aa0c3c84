import { transposeInk, verticalRunLengths, type InkMap } from './ink.ts';

export const THICKEST_WALL_PIXELS = 8;
/** A cross in a box hides most of the walls; what shows of them must be this long. */
const SHORTEST_STROKE_PIXELS = 7;
const LONGEST_STROKE_PIXELS = 88;
/** Pixels of white a wall may be broken by, and pixels of a stroke that crosses it. */
const LARGEST_BREAK_PIXELS = 4;
const WIDEST_CROSSING_PIXELS = 12;

/** A vertical stroke that may be the side of a box. */
export interface Wall {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** Vertical strokes of box height, left to right; strokes in neighbouring columns are one wall. */
export function findWalls(map: InkMap): Wall[] {
  const turned = transposeInk(map);
  const thickness = verticalRunLengths(turned);
  const strokes: Wall[] = [];
  for (let x = 1; x < turned.height - 1; x++) {
    let top = -1;
    let bottom = -1;
    for (let y = 0; y <= turned.width; y++) {
      const i = x * turned.width + y;
      const width = y < turned.width ? (thickness[i] ?? 0) : 0;
      if (width > 0 && width <= THICKEST_WALL_PIXELS) {
        if (top < 0) top = y;
        bottom = y;
      } else if (top >= 0) {
        const bridged = width > 0 ? WIDEST_CROSSING_PIXELS : LARGEST_BREAK_PIXELS;
        if (y - bottom <= bridged && y < turned.width) continue;
        const height = bottom - top + 1;
        if (height >= SHORTEST_STROKE_PIXELS && height <= LONGEST_STROKE_PIXELS)
          strokes.push({ x, top, bottom });
        top = -1;
      }
    }
  }
  return mergeNeighbours(strokes);
}

function mergeNeighbours(strokes: readonly Wall[]): Wall[] {
  const groups: Wall[][] = [];
  let growing: Wall[][] = [];
  for (const stroke of strokes) {
    growing = growing.filter((group) => stroke.x - (group.at(-1)?.x ?? 0) <= 2);
    const group = growing.findLast((candidate) => {
      const last = candidate.at(-1);
      return last !== undefined && stroke.x > last.x && standSideBySide(stroke, last, Math.max);
    });
    if (group !== undefined) group.push(stroke);
    else {
      const started = [stroke];
      groups.push(started);
      growing.push(started);
    }
  }
  return groups.map((group) => ({
    x: Math.round(group.reduce((sum, { x }) => sum + x, 0) / group.length),
    top: Math.min(...group.map(({ top }) => top)),
    bottom: Math.max(...group.map(({ bottom }) => bottom)),
  }));
}

/**
 * Whether two walls run past the same rows for the most part.
 * @param pick which of their heights the shared part is measured by: a cross may hide most of one wall
 */
export function standSideBySide(a: Wall, b: Wall, pick: (...heights: number[]) => number): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared >= 0.6 * pick(a.bottom - a.top, b.bottom - b.top);
}
