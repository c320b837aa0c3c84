import * as z from 'zod';
import { LIST_FOLDERS } from '#registration';
import { coverageSchema, otherCoverSchema } from '#registry';
import { registrationNumberSchema } from '#shared';

/** Why the check closes a right to Tadamon or Achamil. */
export const closingReasonSchema = z.enum(['OTHER_COVER', 'DECEASED']);

/** What the check leaves to a person. */
export const referralReasonSchema = z.enum(['SEVERAL_RIGHTS', 'DECEASED_WITH_FAMILY']);
export type ReferralReason = z.infer<typeof referralReasonSchema>;

const counter = z.int().min(0);

/** What was found of the people that were looked at. `held` = `kept` + `closed` + `referred` + `changedMeanwhile`. */
export const rightsCountsSchema = z.object({
  /** People seen, whatever their scheme. */
  people: counter,
  /** Those who held a right to Tadamon or Achamil on the day of the run. */
  held: counter,
  kept: counter,
  /** By `ClosingReason`. */
  closed: z.record(z.string(), counter),
  /** By `ReferralReason`. */
  referred: z.record(z.string(), counter),
  /** A list or a person changed the coverage while it was looked at: the next run looks again. */
  changedMeanwhile: counter,
});
export type RightsCounts = z.infer<typeof rightsCountsSchema>;

/** A right that a page of the registry was found to lose: written down before anything is closed. */
export const plannedClosingSchema = z.object({
  /** As it is before it ends. */
  coverage: coverageSchema,
  /** Its last day, included. */
  to: z.iso.date(),
  reason: closingReasonSchema,
  otherCover: otherCoverSchema.nullable(),
  /** Who is to be notified, where anyone is; without a phone by letter. */
  tell: z.object({ phone: z.string().nullable(), language: z.enum(['ar', 'fr']) }).nullable(),
});
export type PlannedClosing = z.infer<typeof plannedClosingSchema>;

/** One page of a segment: what was found on it, and what is to be done. Written once; all workers follow the first. */
export const rightsPageSchema = z.object({
  runId: z.string().min(1),
  segment: counter,
  /** From 1 within the segment. */
  page: z.int().positive(),
  /** Where the next page begins; null after the last. */
  nextCursor: z.string().nullable(),
  people: counter,
  held: counter,
  referred: z.array(z.object({ registrationNumber: registrationNumberSchema, reason: referralReasonSchema })),
  closings: z.array(plannedClosingSchema),
  /** Once it is done: numbers whose coverage was changed otherwise meanwhile, and was left as it is. */
  changedMeanwhile: z.array(registrationNumberSchema).default([]),
});
export type RightsPage = z.infer<typeof rightsPageSchema>;

/** One of the parts of the registry that are processed side by side. */
export const rightsSegmentSchema = z.object({
  runId: z.string().min(1),
  /** From 0. */
  segment: counter,
  state: z.enum(['RUNNING', 'DONE']),
  /** Pages that are done and counted. */
  pagesDone: counter,
  /** Where the next page begins; null at the start, and at the end. */
  cursor: z.string().nullable(),
  counts: rightsCountsSchema,
});
export type RightsSegment = z.infer<typeof rightsSegmentSchema>;

/** One check of the whole registry. */
export const rightsRunSchema = z.object({
  runId: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
  requestedBy: z.string().min(1),
  /** The day rights are looked at; the same however long the run takes. */
  asOf: z.iso.date(),
  startedAt: z.iso.datetime(),
  segmentCount: z.int().positive(),
  state: z.enum(['RUNNING', 'DONE']),
  finishedAt: z.iso.datetime().optional(),
  /** Of the whole registry, once it is done. */
  counts: rightsCountsSchema.optional(),
  /** How many people are notified of a right that ended. */
  toldCount: counter.optional(),
});
export type RightsRun = z.infer<typeof rightsRunSchema>;

export const NO_COUNTS: RightsCounts = {
  people: 0,
  held: 0,
  kept: 0,
  closed: {},
  referred: {},
  changedMeanwhile: 0,
};

/** Sum of what was counted in several places. */
export function addCounts(...all: readonly RightsCounts[]): RightsCounts {
  const sum = (numberOf: (counts: RightsCounts) => number): number =>
    all.reduce((total, counts) => total + numberOf(counts), 0);
  const sumByReason = (reasonsOf: (counts: RightsCounts) => Readonly<Record<string, number>>) => {
    const names = new Set(all.flatMap((counts) => Object.keys(reasonsOf(counts))));
    return Object.fromEntries(
      [...names].toSorted().map((name) => [name, sum((counts) => reasonsOf(counts)[name] ?? 0)]),
    );
  };
  return {
    people: sum(({ people }) => people),
    held: sum(({ held }) => held),
    kept: sum(({ kept }) => kept),
    closed: sumByReason(({ closed }) => closed),
    referred: sumByReason(({ referred }) => referred),
    changedMeanwhile: sum(({ changedMeanwhile }) => changedMeanwhile),
  };
}

/** What a page adds to the counts, once it is done. */
export function countsOf({ people, held, referred, closings, changedMeanwhile }: RightsPage): RightsCounts {
  const closed = closings.filter(({ coverage }) => !changedMeanwhile.includes(coverage.registrationNumber));
  return {
    people,
    held,
    kept: held - referred.length - closings.length,
    closed: countBy(closed.map(({ reason }) => reason)),
    referred: countBy(referred.map(({ reason }) => reason)),
    changedMeanwhile: changedMeanwhile.length,
  };
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** A segment after a page was counted. */
export function movedOn(segment: RightsSegment, done: RightsPage): RightsSegment {
  return {
    ...segment,
    state: done.nextCursor === null ? 'DONE' : 'RUNNING',
    pagesDone: done.page,
    cursor: done.nextCursor,
    counts: addCounts(segment.counts, countsOf(done)),
  };
}

/** Where the report of a run is, in the bucket of lists. */
export const rightsReportKey = (runId: string): string => `${LIST_FOLDERS.reports}rights/${runId}.json`;
