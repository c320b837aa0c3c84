/** Counters of one part of a day, or of the queue, as they stand. */
export interface KeptFigures {
  /** Name of the part, or the day of submission in the queue. */
  readonly part: string;
  readonly counters: ReadonlyMap<string, number>;
  /** ISO instant at which it was last added to. */
  readonly countedAt: string;
}

/** Everything that was counted on a day. */
export interface DayCounters {
  /** ISO date. */
  readonly day: string;
  readonly parts: readonly KeptFigures[];
}

/** Counters by name; what was never counted is 0. */
export class Counters {
  readonly #counters: ReadonlyMap<string, number>;

  constructor(counters: ReadonlyMap<string, number>) {
    this.#counters = counters;
  }

  get all(): ReadonlyMap<string, number> {
    return this.#counters;
  }

  of(name: string): number {
    return this.#counters.get(name) ?? 0;
  }

  /** Sum of all counters whose name begins so. */
  sumOf(prefix: string): number {
    return this.startingWith(prefix).reduce((sum, [, count]) => sum + count, 0);
  }

  /** Rest of the name, and count, of all counters whose name begins so. */
  startingWith(prefix: string): readonly (readonly [string, number])[] {
    return [...this.#counters].flatMap(([name, count]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), count] as const] : [],
    );
  }
}

/** One part over some days, added up. */
export function countersOf(days: readonly DayCounters[], part: string): Counters {
  return new Counters(addUp(days.flatMap(({ parts }) => parts.filter((kept) => kept.part === part))));
}

/** Parts that share a prefix over some days (channels, reviewers), by the rest of their name. */
export function countersByName(days: readonly DayCounters[], prefix: string): ReadonlyMap<string, Counters> {
  const ofPrefix = days.flatMap(({ parts }) => parts.filter(({ part }) => part.startsWith(prefix)));
  const byName = Map.groupBy(ofPrefix, ({ part }) => part.slice(prefix.length));
  return new Map(
    [...byName]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([name, kept]) => [name, new Counters(addUp(kept))]),
  );
}

function addUp(kept: readonly KeptFigures[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { counters } of kept) {
    for (const [name, count] of counters) sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return sums;
}
