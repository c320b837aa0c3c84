/** Something with a place on the page. */
export interface Placed {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Rows outside are counted to the outermost: coordinates come from outside and may be anything. */
const lowestRow = -100;
const highestRow = 20_000;
/** What is higher than so many rows is looked at in every search instead of being in each of them. */
const mostRows = 40;

interface Bucket<T> {
  /** By their left edge. */
  readonly items: T[];
  widest: number;
}

/**
 * Items of a page by where they stand, so that what is near something is found without looking at all the rest: pages of
 * 100,000 words come in too.
 */
export class PlacedIndex<T extends Placed> {
  readonly #buckets = new Map<number, Bucket<T>>();
  readonly #tall: T[] = [];
  readonly #height: number;

  /** @param height about the height of a row, in the units of the items */
  constructor(items: readonly T[], height: number) {
    this.#height = height;
    for (const item of items) {
      if (this.#rowOf(item.bottom) - this.#rowOf(item.top) > mostRows) {
        this.#tall.push(item);
        continue;
      }
      for (let row = this.#rowOf(item.top); row <= this.#rowOf(item.bottom); row += 1) {
        const bucket = this.#buckets.get(row) ?? { items: [], widest: 0 };
        bucket.items.push(item);
        bucket.widest = Math.max(bucket.widest, item.right - item.left);
        this.#buckets.set(row, bucket);
      }
    }
    for (const bucket of this.#buckets.values()) bucket.items.sort((a, b) => a.left - b.left);
  }

  /** Items that touch a rectangle, each once, in no order. */
  within({ left, right, top, bottom }: Placed): readonly T[] {
    const touches = (item: T): boolean =>
      item.left <= right && item.right >= left && item.top <= bottom && item.bottom >= top;
    const found = new Set<T>(this.#tall.filter(touches));
    for (let row = this.#rowOf(top); row <= this.#rowOf(bottom); row += 1) {
      const bucket = this.#buckets.get(row);
      if (bucket === undefined) continue;
      for (let at = firstFrom(bucket.items, left - bucket.widest); at < bucket.items.length; at += 1) {
        const item = bucket.items[at];
        if (item === undefined || item.left > right) break;
        if (touches(item)) found.add(item);
      }
    }
    return [...found];
  }

  #rowOf(y: number): number {
    return Math.min(highestRow, Math.max(lowestRow, Math.floor(y / this.#height) || 0));
  }
}

/** Index of the first item whose left edge is not before a place. */
function firstFrom(items: readonly Placed[], left: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.left ?? 0) < left) low = middle + 1;
    else high = middle;
  }
  return low;
}
