/** Keeps the items that were used last, up to a number, and forgets the others. */
export class RecentItems<T> {
  readonly #items = new Map<string, T>();
  readonly #maximum: number;

  constructor(maximum: number) {
    this.#maximum = maximum;
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
    this.#items.delete(key);
    this.#items.set(key, item);
    for (const oldest of this.#items.keys()) {
      if (this.#items.size <= this.#maximum) {
        return;
      }
      this.#items.delete(oldest);
    }
  }
}
