import * as z from 'zod';
import type { RightsEvent } from '#events';
import type { RightsPage, RightsRun } from '../domain/rights-run.ts';

/** How the registry table keeps checks of rights. Every read is parsed with the schemas of `rights-run.ts`. */

/** All runs are found in one partition: one or two a month. */
export const RUNS = 'RIGHTSRUNS';
export const currentRunKey = { pk: RUNS, sk: 'CURRENT' } as const;
export const currentRunSchema = z.object({ runId: z.string().optional() });
export const runEntryKey = ({ startedAt, runId }: RightsRun) => ({
  pk: RUNS,
  sk: `RUN#${startedAt}#${runId}`,
});
export const runEntrySchema = z.object({ runId: z.string() });

export const runPk = (runId: string): string => `RIGHTS#${runId}`;
export const runKey = (runId: string) => ({ pk: runPk(runId), sk: 'RUN' });
export const SEGMENT_PREFIX = 'SEGMENT#';
export const segmentKey = (runId: string, segment: number) => ({
  pk: runPk(runId),
  sk: `${SEGMENT_PREFIX}${padded(segment, 4)}`,
});
export const PAGE_PREFIX = 'PAGE#';
export const pageKey = ({ runId, segment, page }: Pick<RightsPage, 'runId' | 'segment' | 'page'>) => ({
  pk: runPk(runId),
  sk: `${PAGE_PREFIX}${padded(segment, 4)}#${padded(page, 8)}`,
});
export const doneEventItem = (event: RightsEvent) => ({ pk: runPk(event.runId), sk: 'EVENT#DONE', event });

const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');
