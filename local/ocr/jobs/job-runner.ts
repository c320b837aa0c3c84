import { setTimeout as delay } from 'node:timers/promises';
import type { FaultSwitch } from '../control/faults.ts';
import type { Statistics } from '../control/statistics.ts';
import type { S3Documents } from '../documents/s3-documents.ts';
import { errorName, type Log } from '../log.ts';
import type { Notifications } from '../notifications.ts';
import { TextractError } from '../protocol/textract-error.ts';
import type { DocumentReader, DocumentReading } from '../reading/document-reader.ts';
import { EngineStartError } from '../reading/page-reader.ts';
import { Slots } from '../reading/slots.ts';
import type { Job, JobState } from './job.ts';

export interface JobRunnerParts {
  readonly documents: S3Documents;
  readonly reader: DocumentReader;
  readonly notifications: Notifications;
  readonly faults: FaultSwitch;
  readonly statistics: Statistics;
  readonly log: Log;
  /** A job takes at least this long, as one at AWS does. */
  readonly jobSeconds: number;
  /** Documents that are in memory at once; further jobs wait and are IN_PROGRESS all the same. */
  readonly documentsAtOnce: number;
}

/** A job that a test made fail. */
class OrderedFailure extends Error {}

/** Carries jobs out in the background, each to its end and one notification. */
export class JobRunner {
  readonly #parts: JobRunnerParts;
  readonly #slots: Slots;
  readonly #stopping = new AbortController();
  readonly #running = new Set<Promise<void>>();

  constructor(parts: JobRunnerParts) {
    this.#parts = parts;
    this.#slots = new Slots(parts.documentsAtOnce);
  }

  start(job: Job): void {
    this.#parts.statistics.countJobStarted();
    const run = this.#run(job).finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  /** Abandons what runs: jobs of a service that stops stay IN_PROGRESS and notify nobody. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.allSettled(this.#running);
  }

  async #run(job: Job): Promise<void> {
    const { jobSeconds, notifications, log } = this.#parts;
    const startedAt = performance.now();
    const [state] = await Promise.all([
      this.#slots.run(async () => await this.#read(job)),
      delay(jobSeconds * 1000, undefined, { signal: this.#stopping.signal }).catch(() => undefined),
    ]);
    if (this.#stopping.signal.aborted) {
      return;
    }
    job.state = state;
    this.#count(state);
    log({
      level: 'info',
      event: 'job-ended',
      jobId: job.id,
      status: state.status,
      pages: 'pageCount' in state ? state.pageCount : 0,
      milliseconds: Math.round(performance.now() - startedAt),
    });
    await notifications.send(job);
  }

  async #read(job: Job): Promise<JobState> {
    if (this.#stopping.signal.aborted) {
      return { status: 'IN_PROGRESS' };
    }
    try {
      const bytes = await this.#parts.documents.read(job.order.document, this.#stopping.signal);
      const reading = await this.#parts.reader.read('async', bytes);
      const ordered = this.#parts.faults.find(reading.sha256)?.failJobWith;
      if (ordered !== undefined) {
        throw new OrderedFailure(ordered);
      }
      return stateOf(reading);
    } catch (error) {
      this.#parts.log({ level: 'warn', event: 'job-failed', jobId: job.id, reason: errorName(error) });
      return { status: 'FAILED', statusMessage: statusMessageOf(error), endedAtMilliseconds: Date.now() };
    }
  }

  #count(state: JobState): void {
    const { statistics } = this.#parts;
    switch (state.status) {
      case 'SUCCEEDED':
        statistics.countJobEnded('succeeded');
        break;
      case 'PARTIAL_SUCCESS':
        statistics.countJobEnded('partiallySucceeded');
        break;
      case 'FAILED':
        statistics.countJobEnded('failed');
        break;
      case 'IN_PROGRESS':
        break;
    }
  }
}

function stateOf({ sha256, pages }: DocumentReading): JobState {
  const unreadPages = pages.flatMap((page, index) => (page === null ? [index + 1] : []));
  if (unreadPages.length === pages.length) {
    throw new TextractError('BadDocumentException', 'No page of the document could be read');
  }
  return {
    status: unreadPages.length === 0 ? 'SUCCEEDED' : 'PARTIAL_SUCCESS',
    sha256,
    pageCount: pages.length,
    unreadPages,
    endedAtMilliseconds: Date.now(),
  };
}

function statusMessageOf(error: unknown): string {
  if (error instanceof TextractError) {
    return `${error.code}: ${error.message}`;
  }
  if (error instanceof OrderedFailure || error instanceof EngineStartError) {
    return error.message;
  }
  return `InternalServerError: the job could not be carried out (${errorName(error)})`;
}
