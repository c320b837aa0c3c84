import type { WriteResult } from '#shared';
import type { RightsCounts, RightsPage, RightsRun, RightsSegment } from './domain/rights-run.ts';

/** The record of checks, in the registry table. Every write is conditional and may be repeated. */
export interface RightsStore {
  /**
   * Records a run and its segments.
   * @returns `known`: this run was started before; `refused`: another one is under way
   */
  start(run: RightsRun): Promise<WriteResult>;
  /** The run that is under way. */
  findCurrent(): Promise<string | undefined>;
  find(runId: string): Promise<RightsRun | undefined>;
  /** Newest first. */
  listRecent(limit: number): Promise<readonly RightsRun[]>;
  findSegments(runId: string): Promise<readonly RightsSegment[]>;
  findSegment(runId: string, segment: number): Promise<RightsSegment | undefined>;
  /** Writes down what is to be done for a page. @returns the plan that holds: this one, or one that was written before it */
  planPage(plan: RightsPage): Promise<RightsPage>;
  findPage(runId: string, segment: number, page: number): Promise<RightsPage | undefined>;
  /** Counts a page that is done once, and moves its segment from where the caller knows it to be. */
  commitPage(segment: RightsSegment, done: RightsPage): Promise<'applied' | 'refused'>;
  /** Pages of a run, in their order. */
  pages(runId: string): AsyncIterable<RightsPage>;
  /** RUNNING to DONE (rights.checked.v1). */
  finish(
    run: RightsRun,
    found: { readonly counts: RightsCounts; readonly toldCount: number },
  ): Promise<WriteResult>;
}

export interface RightsQueue {
  checkSegment(runId: string, segment: number): Promise<void>;
}

export interface RightsReports {
  /** @returns the object's key */
  write(runId: string, report: object): Promise<string>;
}
