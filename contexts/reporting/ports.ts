import type { Sum } from './domain/counts.ts';
import type { KeptFigures } from './domain/kept-figures.ts';

/** Counters, and how far each shard of a stream is counted. */
export interface FigureCounters {
  /** Sequence number of the last change of the shard that was counted. */
  countedUntil(shard: string): Promise<string | undefined>;
  /**
   * Adds up and moves the mark of the shard on, all or nothing.
   * @param from the mark as it was read; `refused` when it stands elsewhere by now
   */
  add(
    shard: string,
    from: string | undefined,
    until: string,
    sums: readonly Sum[],
  ): Promise<'applied' | 'refused'>;
}

export interface FiguresReader {
  /** @param day ISO date */
  ofDay(day: string): Promise<readonly KeptFigures[]>;
  /** How many claims wait for review, by the day of their submission. @param since ISO date: earlier ones are left out */
  queue(since: string): Promise<readonly KeptFigures[]>;
}
