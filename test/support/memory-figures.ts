import type { Sum } from '../../contexts/reporting/domain/counts.ts';
import { QUEUE } from '../../contexts/reporting/domain/counts.ts';
import type { KeptFigures } from '../../contexts/reporting/domain/kept-figures.ts';
import type { FigureCounters, FiguresReader } from '../../contexts/reporting/ports.ts';

interface KeptPlace {
  readonly of: string;
  readonly part: string;
  readonly counters: Map<string, number>;
}

/** Figures in memory, with the same promises as the table: all or nothing, and only from the mark that was read. */
export class MemoryFigures implements FigureCounters, FiguresReader {
  readonly #places = new Map<string, KeptPlace>();
  readonly #marks = new Map<string, string>();
  /** Asked before each write: whether the function dies there, and whether before or after it is made. */
  dies: () => 'before' | 'after' | undefined = () => undefined;
  /** Largest number of items, with the mark, that one write took. */
  largestWrite = 0;

  countedUntil(shard: string): Promise<string | undefined> {
    return Promise.resolve(this.#marks.get(shard));
  }

  add(
    shard: string,
    from: string | undefined,
    until: string,
    sums: readonly Sum[],
  ): Promise<'applied' | 'refused'> {
    if (this.#marks.get(shard) !== from) return Promise.resolve('refused');
    const death = this.dies();
    if (death === 'before') return Promise.reject(new Error('killed'));
    this.#marks.set(shard, until);
    this.largestWrite = Math.max(this.largestWrite, sums.length + 1);
    for (const { place, counters } of sums) {
      const key = `${place.of} ${place.part}`;
      const kept = this.#places.get(key) ?? { ...place, counters: new Map<string, number>() };
      this.#places.set(key, kept);
      for (const [name, by] of counters) kept.counters.set(name, (kept.counters.get(name) ?? 0) + by);
    }
    return death === 'after' ? Promise.reject(new Error('killed')) : Promise.resolve('applied');
  }

  ofDay(day: string): Promise<readonly KeptFigures[]> {
    return Promise.resolve(this.#keptOf(day));
  }

  queue(since: string): Promise<readonly KeptFigures[]> {
    return Promise.resolve(this.#keptOf(QUEUE).filter(({ part }) => part >= since));
  }

  /** Every counter by day, part and name: to be compared. */
  all(): Record<string, number> {
    return Object.fromEntries(
      [...this.#places]
        .flatMap(([key, { counters }]) => [...counters].map(([name, n]) => [`${key} ${name}`, n] as const))
        .sort(([one], [other]) => one.localeCompare(other)),
    );
  }

  #keptOf(of: string): readonly KeptFigures[] {
    return [...this.#places.values()]
      .filter((place) => place.of === of)
      .map(({ part, counters }) => ({ part, counters, countedAt: '2026-11-21T12:00:00.000Z' }));
  }
}
