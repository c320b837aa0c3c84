/** Where figures are kept: those of a day in some parts, and how many claims wait for review, by the day of their submission. */
export type FigurePart =
  | 'FILES'
  | 'CLAIMS'
  | 'PAYMENTS'
  | 'ORDERS'
  | 'MESSAGES'
  | 'REVIEW'
  | 'REGISTRATION'
  | `CHANNEL#${string}`
  | `REVIEWER#${string}`;

export interface FigurePlace {
  /**
   * ISO date, or the queue, which is no flow of a day but what stands at this moment. Orders are counted on the day they left, by
   * what became of them until now.
   */
  readonly of: string;
  readonly part: string;
}

export const QUEUE = 'QUEUE';

/** Something that adds to a counter. */
export interface Count {
  readonly place: FigurePlace;
  readonly counter: string;
  readonly by: number;
}

/** What is to be added to the counters of one place. */
export interface Sum {
  readonly place: FigurePlace;
  readonly counters: ReadonlyMap<string, number>;
}

/** Adds counts up, place by place, whatever their order. */
export class Sums {
  readonly #places = new Map<
    string,
    { readonly place: FigurePlace; readonly counters: Map<string, number> }
  >();

  add({ place, counter, by }: Count): void {
    const key = `${place.of} ${place.part}`;
    const sum = this.#places.get(key) ?? { place, counters: new Map<string, number>() };
    this.#places.set(key, sum);
    sum.counters.set(counter, (sum.counters.get(counter) ?? 0) + by);
  }

  get placeCount(): number {
    return this.#places.size;
  }

  get counterCount(): number {
    return [...this.#places.values()].reduce((sum, { counters }) => sum + counters.size, 0);
  }

  list(): readonly Sum[] {
    return [...this.#places.values()];
  }
}
