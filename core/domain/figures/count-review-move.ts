import { counterOn } from './counter-on.ts';
import type { ReviewMove } from './counted-change.ts';
import type { Count } from './counts.ts';
import { longestMinutes } from './durations.ts';

/** How fast people review, and how often two of them key the same. */
export function countReviewMove({ at, by, what, takenAt, isEqual }: ReviewMove): readonly Count[] {
  const review = counterOn(at, 'REVIEW');
  const reviewer = counterOn(at, `REVIEWER#${by}`);
  const both = (counter: string): readonly Count[] => [review(counter), reviewer(counter)];
  const keyed = isEqual === undefined ? [] : both(isEqual ? 'keyed:equal' : 'keyed:different');
  if (what !== 'submitted') return [...both(what), ...keyed];
  const minutes = takenAt === undefined ? [] : both(`minutes:${minutesBetween(takenAt, at)}`);
  return [...both(what), ...minutes, ...keyed];
}

function minutesBetween(from: string, until: string): number {
  const minutes = Math.round((Date.parse(until) - Date.parse(from)) / 60_000);
  return Math.min(Math.max(minutes, 0), longestMinutes);
}
