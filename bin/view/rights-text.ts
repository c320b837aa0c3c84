import type { RightsCounts, RightsRun, RightsSegment } from '../../core/domain/rights/rights-run.ts';
import { addCounts } from '../../core/domain/rights/rights-run.ts';
import { table } from './print.ts';

/** How far a check of rights is, or what it found. */
export interface RightsProgress {
  readonly run: RightsRun;
  readonly segmentsDone: number;
  readonly counts: RightsCounts;
  /** People looked at, a second. */
  readonly peoplePerSecond: number;
}

export function rightsProgress(
  run: RightsRun,
  segments: readonly RightsSegment[],
  now: Date,
): RightsProgress {
  const counts = run.counts ?? addCounts(...segments.map((segment) => segment.counts));
  const end = run.finishedAt === undefined ? now.getTime() : Date.parse(run.finishedAt);
  const seconds = Math.max(1, (end - Date.parse(run.startedAt)) / 1000);
  return {
    run,
    segmentsDone: segments.filter(({ state }) => state === 'DONE').length,
    counts,
    peoplePerSecond: Math.round(counts.people / seconds),
  };
}

export function rightsText({ run, segmentsDone, counts, peoplePerSecond }: RightsProgress): string {
  const { runId, asOf, state, segmentCount, toldCount } = run;
  return [
    `Check of rights ${runId}, as of ${asOf}: ${state === 'DONE' ? 'done' : `under way, ${segmentsDone} of ${segmentCount} parts done`}`,
    table(
      ['', 'People'],
      [
        ['looked at', `${counts.people} (${peoplePerSecond} a second)`],
        ['had a right to Tadamon or Achamil', String(counts.held)],
        ['keep it', String(counts.kept)],
        ...rowsOf('closed', counts.closed),
        ...rowsOf('to a person', counts.referred),
        ['changed meanwhile, next time', String(counts.changedMeanwhile)],
        ...(toldCount === undefined ? [] : [['told by SMS or letter', String(toldCount)]]),
      ],
    ),
  ].join('\n');
}

function rowsOf(what: string, counts: Readonly<Record<string, number>>): string[][] {
  return Object.entries(counts).map(([reason, count]) => [
    `${what}: ${reason.toLowerCase().replaceAll('_', ' ')}`,
    String(count),
  ]);
}
