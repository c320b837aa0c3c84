import type { RightsCounts, RightsRun, RightsSegment } from '../../contexts/rights/domain/rights-run.ts';
import { addCounts } from '../../contexts/rights/domain/rights-run.ts';
import { table } from './print.ts';
import { quantity } from './quantity.ts';

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

/** One line that tells how far a check is. */
export function rightsProgressLine(progress: RightsProgress | undefined): string {
  if (progress === undefined) return 'asked for, waiting to begin';
  const { run, segmentsDone, counts, peoplePerSecond } = progress;
  return `${quantity(counts.people)} people looked at (${quantity(peoplePerSecond)} a second), ${segmentsDone} of ${run.segmentCount} parts done`;
}

export function rightsText({ run, segmentsDone, counts, peoplePerSecond }: RightsProgress): string {
  const { runId, asOf, state, segmentCount, toldCount } = run;
  return [
    `Check of rights ${runId}, as of ${asOf}: ${state === 'DONE' ? 'done' : `under way, ${segmentsDone} of ${segmentCount} parts done`}`,
    table(
      ['', 'People'],
      [
        [`looked at, ${quantity(peoplePerSecond)} a second`, quantity(counts.people)],
        ['had a right to Tadamon or Achamil', quantity(counts.held)],
        ['keep it', quantity(counts.kept)],
        ...rowsOf('closed', counts.closed),
        ...rowsOf('to a person', counts.referred),
        ['changed meanwhile, next time', quantity(counts.changedMeanwhile)],
        ...(toldCount === undefined ? [] : [['to be notified by SMS or letter', quantity(toldCount)]]),
      ],
      { numbers: ['People'] },
    ),
  ].join('\n');
}

function rowsOf(what: string, counts: Readonly<Record<string, number>>): string[][] {
  return Object.entries(counts).map(([reason, count]) => [
    `${what}: ${reason.toLowerCase().replaceAll('_', ' ')}`,
    quantity(count),
  ]);
}
