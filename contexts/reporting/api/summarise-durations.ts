import { Temporal } from 'temporal-polyfill';
import type { DurationFigures, Figures, QueueAge } from './figures.ts';
import { countUpTo, histogramOf, percentileOf, sizeOf } from '../domain/durations.ts';
import type { Counters, KeptFigures } from '../domain/kept-figures.ts';
import { percentOf } from '../domain/percent-of.ts';

/** Ages in the queue are told in these steps, in days. */
const AGE_STEPS = [0, 2, 4, 7, 10, 20, 40] as const;

/** How long claims took, from counters named `days:<days>`. */
export function durationFigures(counters: Counters, targetDays: number): DurationFigures {
  const histogram = histogramOf(counters.all, 'days:');
  const count = sizeOf(histogram);
  return {
    count,
    medianDays: percentileOf(histogram, 50),
    p95Days: percentileOf(histogram, 95),
    withinTargetPercent: percentOf(countUpTo(histogram, targetDays), count),
    histogram: [...histogram].sort(([one], [other]) => one - other).map(([days, n]) => ({ days, count: n })),
  };
}

/** What waits for review, by how long ago it was deposited. */
export function queueFigures(queue: readonly KeptFigures[], today: string): Figures['queue'] {
  const waiting = queue
    .map(({ part, counters }) => ({ depositDate: part, count: counters.get('open') ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => one.depositDate.localeCompare(other.depositDate));
  const until = Temporal.PlainDate.from(today);
  const aged = waiting.map(({ depositDate, count }) => ({
    days: Temporal.PlainDate.from(depositDate).until(until).days,
    count,
  }));
  const ages = AGE_STEPS.map((fromDays, index): QueueAge => {
    const next = AGE_STEPS[index + 1];
    const isIn = (days: number): boolean =>
      (days >= fromDays || index === 0) && (next === undefined || days < next);
    const count = aged.reduce((sum, one) => (isIn(one.days) ? sum + one.count : sum), 0);
    return { fromDays, ...(next === undefined ? {} : { toDays: next - 1 }), count };
  });
  return {
    open: waiting.reduce((sum, { count }) => sum + count, 0),
    oldestDepositDate: waiting[0]?.depositDate,
    ages,
  };
}
