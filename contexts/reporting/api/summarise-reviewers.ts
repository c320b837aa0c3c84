import type { ReviewerFigures } from './figures.ts';
import { histogramOf, percentileOf } from '../domain/durations.ts';
import type { Counters } from '../domain/kept-figures.ts';
import { percentOf } from '../domain/percent-of.ts';

/** Speed and agreement of each reviewer, by user id. */
export function reviewerFigures(reviewers: ReadonlyMap<string, Counters>): ReviewerFigures[] {
  return [...reviewers].map(([userId, counters]) => {
    const minutes = histogramOf(counters.all, 'minutes:');
    return {
      userId,
      taken: counters.of('taken'),
      submitted: counters.of('submitted'),
      medianMinutes: percentileOf(minutes, 50),
      p95Minutes: percentileOf(minutes, 95),
      keyedSecond: counters.sumOf('keyed:'),
      agreed: counters.of('keyed:equal'),
      overridden: counters.of('overridden'),
      settled: counters.of('settled'),
    };
  });
}

/** Share of claims keyed twice on which both people agreed. */
export function agreementPercent(review: Counters): number | undefined {
  return percentOf(review.of('keyed:equal'), review.sumOf('keyed:'));
}
