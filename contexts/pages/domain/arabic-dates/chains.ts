import type { Blob } from './blobs.ts';

/** Blobs that stand on one line with no wide gap between them, from left to right. */
export type Chain = readonly Blob[];

/** Below it no digit can be told from another, in pixels. */
const LEAST_HEIGHT = 8;
/** In heights of the highest of a line: what is at least so high stands on the line by its foot. */
const TALL = 0.6;
/** The widest gap between high glyphs: three small zeros fit in. */
const TALL_GAP = 2.2;
/** The widest gap between glyphs of one value, cells of combs among them. */
const GAP = 1;
/** How far feet differ, and how much more for each height to the side: lines are askew by up to 7 degrees or so. */
const FOOT = { slack: 0.3, askew: 0.12 } as const;
/** How far small glyphs may be above the high ones or below their feet; a row of dots to write on is lower. */
const OUTSIDE = 0.08;
/** Smaller ones are specks, in squared heights. */
const LEAST_AREA = 0.008;
/** Lines are longer; that a piece of one is looked at twice costs little. */
const MOST_TALL = 60;
const LEAST_TALL = 4;
const BUCKET_PIXELS = 16;

/** @param blobs from left to right by their middle */
export function chainsOf(blobs: readonly Blob[]): readonly Chain[] {
  const places = new Places(blobs);
  const isTaken = new Set<Blob>();
  const highestFirst = blobs
    .filter((blob) => heightOf(blob) >= LEAST_HEIGHT)
    .sort((one, other) => heightOf(other) - heightOf(one));
  const chains: Chain[] = [];
  for (const seed of highestFirst) {
    if (isTaken.has(seed)) continue;
    const tall = tallAround(seed, places);
    for (const one of tall) isTaken.add(one);
    if (tall.length >= LEAST_TALL) chains.push(...cutAtGaps(withSmall(tall, places), heightOf(seed)));
  }
  return chains;
}

export function heightOf({ top, bottom }: Blob): number {
  return bottom - top;
}

export function middleOf({ left, right }: Blob): number {
  return (left + right) / 2;
}

/** Blobs by where they are, so that a neighbour is found without looking at all of them. */
class Places {
  readonly #buckets: Blob[][] = [];

  constructor(blobs: readonly Blob[]) {
    for (const blob of blobs) (this.#buckets[bucketOf((blob.top + blob.bottom) / 2)] ??= []).push(blob);
  }

  /** Those whose middle is within, in no order. */
  *within(left: number, right: number, top: number, bottom: number): Iterable<Blob> {
    for (let at = Math.max(0, bucketOf(top)); at <= bucketOf(bottom); at++) {
      const bucket = this.#buckets[at] ?? [];
      for (let index = firstFrom(bucket, left); index < bucket.length; index++) {
        const blob = bucket[index];
        if (blob === undefined || middleOf(blob) > right) break;
        yield blob;
      }
    }
  }
}

const bucketOf = (y: number): number => Math.floor(y / BUCKET_PIXELS);

function firstFrom(bucket: readonly Blob[], x: number): number {
  let [low, high] = [0, bucket.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const blob = bucket[middle];
    if (blob !== undefined && middleOf(blob) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The high glyphs on the line of one that is the highest of them, from left to right. */
function tallAround(seed: Blob, places: Places): readonly Blob[] {
  const highest = heightOf(seed);
  const follow = (direction: 1 | -1): readonly Blob[] => {
    const found: Blob[] = [];
    let last = seed;
    while (found.length < MOST_TALL) {
      const next = nextTall(last, highest, direction, places);
      if (next === undefined) break;
      found.push(next);
      last = next;
    }
    return found;
  };
  return [...follow(-1).toReversed(), seed, ...follow(1)];
}

function nextTall(last: Blob, highest: number, direction: 1 | -1, places: Places): Blob | undefined {
  const from = middleOf(last);
  const reach = (TALL_GAP + 1.5) * highest;
  const [left, right] = direction > 0 ? [from + 0.5, from + reach] : [from - reach, from - 0.5];
  let best: Blob | undefined;
  for (const blob of places.within(left, right, last.top - highest, last.bottom + highest)) {
    const height = heightOf(blob);
    if (height < TALL * highest || height > highest || blob.right - blob.left > 1.6 * highest) continue;
    const gap = direction > 0 ? blob.left - last.right : last.left - blob.right;
    const aside = Math.abs(middleOf(blob) - from);
    if (gap > TALL_GAP * highest) continue;
    if (Math.abs(blob.bottom - last.bottom) > FOOT.slack * highest + FOOT.askew * aside) continue;
    if (best === undefined || aside < Math.abs(middleOf(best) - from)) best = blob;
  }
  return best;
}

/** Adds what is smaller and stands between the feet and the heads of the high ones. */
function withSmall(tall: readonly Blob[], places: Places): readonly Blob[] {
  const highest = Math.max(...tall.map(heightOf));
  const all = new Set(tall);
  const add = (left: number, right: number, beside: readonly Blob[]): void => {
    const top = Math.min(...beside.map((blob) => blob.top));
    const bottom = Math.max(...beside.map((blob) => blob.bottom));
    for (const blob of places.within(left, right, top, bottom)) {
      if (heightOf(blob) >= TALL * highest || blob.area < LEAST_AREA * highest * highest) continue;
      if (blob.top < top - OUTSIDE * highest || blob.bottom > bottom + OUTSIDE * highest) continue;
      all.add(blob);
    }
  };
  const [first, last] = [tall[0], tall.at(-1)];
  if (first === undefined || last === undefined) return [];
  add(middleOf(first) - TALL_GAP * highest, middleOf(first), tall.slice(0, 2));
  add(middleOf(last), middleOf(last) + TALL_GAP * highest, tall.slice(-2));
  for (const [index, blob] of tall.slice(0, -1).entries()) {
    const next = tall[index + 1] ?? blob;
    add(middleOf(blob), middleOf(next), [blob, next]);
  }
  return [...all].sort((one, other) => middleOf(one) - middleOf(other));
}

function cutAtGaps(blobs: readonly Blob[], height: number): readonly Chain[] {
  const chains: Blob[][] = [];
  let end = -Infinity;
  for (const blob of blobs) {
    if (blob.left - end > GAP * height) chains.push([]);
    chains.at(-1)?.push(blob);
    end = Math.max(end, blob.right);
  }
  return chains;
}
