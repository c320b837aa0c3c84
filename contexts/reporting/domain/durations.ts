/** Durations are counted in whole days or minutes; what takes longer counts as this long. */
export const longestDays = 400;
export const longestMinutes = 240;

/** How many took how long, in whole units. */
export type Histogram = ReadonlyMap<number, number>;

/** What is needed to read counters named `<prefix><number>` as a histogram. */
export function histogramOf(counters: ReadonlyMap<string, number>, prefix: string): Histogram {
  const histogram = new Map<number, number>();
  for (const [name, count] of counters) {
    if (name.startsWith(prefix) && count > 0) histogram.set(Number(name.slice(prefix.length)), count);
  }
  return histogram;
}

/** How many there are in all. */
export function sizeOf(histogram: Histogram): number {
  return [...histogram.values()].reduce((sum, count) => sum + count, 0);
}

/**
 * The nearest-rank percentile: the smallest value that at least so many percent do not exceed.
 * @param percent above 0, at most 100
 * @returns undefined where nothing was counted
 */
export function percentileOf(histogram: Histogram, percent: number): number | undefined {
  const rank = Math.ceil((sizeOf(histogram) * percent) / 100);
  let passed = 0;
  for (const [value, count] of [...histogram].sort(([one], [other]) => one - other)) {
    passed += count;
    if (passed >= rank) return value;
  }
  return undefined;
}

/** How many took no longer than so many units. */
export function countUpTo(histogram: Histogram, limit: number): number {
  return sizeOf(new Map([...histogram].filter(([value]) => value <= limit)));
}
