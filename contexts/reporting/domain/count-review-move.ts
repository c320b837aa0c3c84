import { counterOn } from './counter-on.ts';
import type { ReviewMove } from './counted-change.ts';
import type { Count } from './counts.ts';
import { longestMinutes } from './durations.ts';

/** How fast people review, and how often two of them key the same: told when the work is handed on. */
export function countReviewMove({ at, by, what, takenAt, isEqual }: ReviewMove): readonly Count[] {
  const names = [
    what,
    ...(what === 'submitted' && takenAt !== undefined ? [`minutes:${minutesBetween(takenAt, at)}`] : []),
    ...(what === 'submitted' && isEqual !== undefined ? [`keyed:${isEqual ? 'equal' : 'different'}`] : []),
  ];
  const review = counterOn(at, 'REVIEW');
  const reviewer = counterOn(at, `REVIEWER#${by}`);
  return names.flatMap((name) => [review(name), reviewer(name)]);
}

function minutesBetween(from: string, until: string): number {
  const minutes = Math.round((Date.parse(until) - Date.parse(from)) / 60_000);
  return Math.min(Math.max(minutes, 0), longestMinutes);
}
