import type { InkMap } from './ink.ts';

export const edges = ['top', 'right', 'bottom', 'left'] as const;
export type Edge = (typeof edges)[number];

/** Of the outermost pixels: scanners draw a line there now and then. */
const IGNORED_PIXELS = 2;
/** How far into the page a piece that touches the edge must reach, so that dust is none. */
const DEPTH_PIXELS = 4;
/** Pieces of one letter are one piece. */
const LONGEST_PIECE_PIXELS = 28;

/** How many pieces of writing are cut off by each edge of the picture. */
export function cutPieces(map: InkMap): Readonly<Record<Edge, number>> {
  const { widthPixels, heightPixels, ink } = map;
  const at = (x: number, y: number): number => ink[y * widthPixels + x] ?? 0;
  return {
    top: pieces(widthPixels, (place, depth) => at(place, depth)),
    bottom: pieces(widthPixels, (place, depth) => at(place, heightPixels - 1 - depth)),
    left: pieces(heightPixels, (place, depth) => at(depth, place)),
    right: pieces(heightPixels, (place, depth) => at(widthPixels - 1 - depth, place)),
  };
}

function pieces(length: number, inkAt: (place: number, depth: number) => number): number {
  let found = 0;
  let run = 0;
  for (let place = 0; place <= length; place++) {
    if (place < length && isThroughEdge(place, inkAt)) {
      run++;
      continue;
    }
    if (run > 0 && run <= LONGEST_PIECE_PIXELS) found++;
    run = 0;
  }
  return found;
}

function isThroughEdge(place: number, inkAt: (place: number, depth: number) => number): boolean {
  for (let depth = IGNORED_PIXELS; depth < IGNORED_PIXELS + DEPTH_PIXELS; depth++)
    if (inkAt(place, depth) === 0) return false;
  return true;
}
