/** Keeps the items that were used last, up to a total weight, and forgets the others; the newest always stays. */
export class RecentItems<T> {
  readonly #items = new Map<string, T>();
  readonly #maximumWeight: number;
  readonly #weigh: (item: T) => number;
  #weight = 0;

  constructor(maximumWeight: number, weigh: (item: T) => number) {
    this.#maximumWeight = maximumWeight;
    this.#weigh = weigh;
  }

  get(key: string): T | undefined {
    const item = this.#items.get(key);
    if (item !== undefined) {
      this.#items.delete(key);
      this.#items.set(key, item);
    }
    return item;
  }

  set(key: string, item: T): void {
    this.delete(key);
    this.#items.set(key, item);
    this.#weight += this.#weigh(item);
    for (const oldest of this.#items.keys()) {
      if (this.#weight <= this.#maximumWeight || oldest === key) {
        return;
      }
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const item = this.#items.get(key);
    if (item !== undefined) {
      this.#items.delete(key);
      this.#weight -= this.#weigh(item);
    }
  }
}
