import { randomBytes } from 'node:crypto';
import { TextractError } from '../protocol/textract-error.ts';
import type { Job, JobOperation, JobOrder } from './job.ts';

/** Textract keeps job ids, results and client request tokens for seven days. */
const retentionMilliseconds = 7 * 24 * 60 * 60 * 1000;

interface UsedToken {
  readonly requestFingerprint: string;
  readonly job: Promise<Job>;
  readonly usedAtMilliseconds: number;
}

/** The jobs of this run of the service, and which client request token started which. */
export class JobStore {
  readonly #jobs = new Map<string, Job>();
  readonly #tokens = new Map<string, UsedToken>();
  readonly #nowMilliseconds: () => number;

  constructor(nowMilliseconds: () => number = Date.now) {
    this.#nowMilliseconds = nowMilliseconds;
  }

  add(order: JobOrder): Job {
    this.#forgetOld();
    const job: Job = { id: randomBytes(32).toString('hex'), order, state: { status: 'IN_PROGRESS' } };
    this.#jobs.set(job.id, job);
    return job;
  }

  /** @throws TextractError InvalidJobIdException when there is none of this operation */
  get(jobId: string, operation: JobOperation): Job {
    const job = this.#jobs.get(jobId);
    if (job?.order.operation !== operation) {
      throw new TextractError('InvalidJobIdException', 'Request has invalid Job Id');
    }
    return job;
  }

  countInProgress(operation: JobOperation): number {
    let count = 0;
    for (const { order, state } of this.#jobs.values()) {
      count += order.operation === operation && state.status === 'IN_PROGRESS' ? 1 : 0;
    }
    return count;
  }

  /**
   * Starts a job once for a token: later calls with the same input get the same job, also while the first one is
   * still being checked. A start that is refused leaves the token free.
   * @throws TextractError IdempotentParameterMismatchException when the input differs
   */
  async startOnce(
    operation: JobOperation,
    token: string,
    requestFingerprint: string,
    start: () => Promise<Job>,
  ): Promise<{ job: Job; isReplay: boolean }> {
    const key = `${operation} ${token}`;
    const used = this.#tokens.get(key);
    const now = this.#nowMilliseconds();
    if (used !== undefined && now - used.usedAtMilliseconds < retentionMilliseconds) {
      if (used.requestFingerprint !== requestFingerprint) {
        throw new TextractError(
          'IdempotentParameterMismatchException',
          'The ClientRequestToken was used before with other parameters; use a new token for another request',
        );
      }
      return { job: await used.job, isReplay: true };
    }
    const job = start();
    this.#tokens.set(key, { requestFingerprint, job, usedAtMilliseconds: now });
    try {
      return { job: await job, isReplay: false };
    } catch (error) {
      this.#tokens.delete(key);
      throw error;
    }
  }

  #forgetOld(): void {
    const oldest = this.#nowMilliseconds() - retentionMilliseconds;
    for (const [id, { state }] of this.#jobs) {
      // Jobs are kept in the order in which they began: behind the first young one there are no old ones worth a look.
      if (state.status === 'IN_PROGRESS' || state.endedAtMilliseconds > oldest) {
        break;
      }
      this.#jobs.delete(id);
    }
    for (const [key, { usedAtMilliseconds }] of this.#tokens) {
      if (usedAtMilliseconds > oldest) {
        break;
      }
      this.#tokens.delete(key);
    }
  }
}
