import type { Blob } from './blobs.ts';
import { type Chain, heightOf } from './chains.ts';

/** A digit and a slash that touch are so wide together, in heights of the highest; letters that hang together are wider. */
const WIDTHS = { least: 0.8, most: 1.7 } as const;
/** How far slashes lean, in their heights: between them and a digit runs a line that leans as much. */
const LEANS = [0.15, 0.25, 0.35, 0.45] as const;
/** The line is not at the edge of the two, in parts of their width. */
const EDGE = 0.2;
/** Where glyphs only touch, there is so little ink on the line, in heights. */
const MOST_INK = 0.3;
/** More glyphs of one date do not touch. */
const MOST_CUTS = 3;

/** The chain with its widest glyph cut in two where it is thinnest, then the next as well, and so on. */
export function* cutApart(chain: Chain): Iterable<Chain> {
  const highest = Math.max(...chain.map(heightOf));
  const wide = chain
    .filter((blob) => heightOf(blob) >= 0.7 * highest)
    .filter((blob) => widthOf(blob) >= WIDTHS.least * highest && widthOf(blob) <= WIDTHS.most * highest)
    .sort((one, other) => widthOf(other) - widthOf(one));
  let cut = chain;
  for (const blob of wide.slice(0, MOST_CUTS)) {
    const parts = partsOf(blob);
    if (parts === undefined) return;
    cut = cut.flatMap((one) => (one === blob ? parts : [one]));
    yield cut;
  }
}

const widthOf = ({ left, right }: Blob): number => right - left;

function partsOf(blob: Blob): readonly Blob[] | undefined {
  const height = heightOf(blob);
  let best = { ink: MOST_INK * height, foot: 0, lean: 0 };
  for (const lean of LEANS) {
    const [from, to] = [blob.left + EDGE * widthOf(blob) - lean * height, blob.right - EDGE * widthOf(blob)];
    for (let foot = Math.floor(from); foot <= to; foot++) {
      const ink = inkOn(blob, foot, lean);
      if (ink < best.ink && isInside(blob, foot, lean)) best = { ink, foot, lean };
    }
  }
  if (best.foot === 0) return undefined;
  const parts = [partOf(blob, best.foot, best.lean, true), partOf(blob, best.foot, best.lean, false)];
  return parts.flatMap((part) => part ?? []);
}

/** Where the line is in this row: it leans to the right on its way up. */
const lineAt = (blob: Blob, row: number, foot: number, lean: number): number =>
  Math.round(foot + lean * (blob.bottom - 0.5 - row));

/** The middle of the line is not at the edge. */
function isInside(blob: Blob, foot: number, lean: number): boolean {
  const middle = foot + (lean * heightOf(blob)) / 2;
  const edge = EDGE * widthOf(blob);
  return middle >= blob.left + edge && middle <= blob.right - edge;
}

function inkOn(blob: Blob, foot: number, lean: number): number {
  let ink = 0;
  for (let at = 0; at < blob.runs.length; at += 3) {
    const x = lineAt(blob, blob.runs[at] ?? 0, foot, lean);
    if ((blob.runs[at + 1] ?? 0) <= x && x < (blob.runs[at + 2] ?? 0)) ink += 1;
  }
  return ink;
}

/** What is left, or right, of the line: a pixel on it belongs to neither. */
function partOf(blob: Blob, foot: number, lean: number, isLeft: boolean): Blob | undefined {
  const runs: number[] = [];
  let [left, right, area] = [Infinity, -Infinity, 0];
  for (let at = 0; at < blob.runs.length; at += 3) {
    const row = blob.runs[at] ?? 0;
    const x = lineAt(blob, row, foot, lean);
    const start = isLeft ? (blob.runs[at + 1] ?? 0) : Math.max(blob.runs[at + 1] ?? 0, x + 1);
    const end = isLeft ? Math.min(blob.runs[at + 2] ?? 0, x) : (blob.runs[at + 2] ?? 0);
    if (end <= start) continue;
    runs.push(row, start, end);
    left = Math.min(left, start);
    right = Math.max(right, end);
    area += end - start;
  }
  const [top, last] = [runs[0], runs.at(-3)];
  if (top === undefined || last === undefined) return undefined;
  return { left, right, top, bottom: last + 1, area, runs: Int32Array.from(runs) };
}
