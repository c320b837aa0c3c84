import * as z from 'zod';
import type { OperationName } from '../protocol/requests.ts';
import { TextractError } from '../protocol/textract-error.ts';

const rate = z.number().positive().nullable();

/** What the service lets through; null means without limit. Rates are requests a second, of each operation on its own. */
export const quotaSchema = z.strictObject({
  startsPerSecond: rate,
  getsPerSecond: rate,
  syncCallsPerSecond: rate,
  /** Asynchronous jobs that may be in progress at once, of each Start operation. */
  concurrentJobs: z.int().positive().nullable(),
});
export type Quota = z.infer<typeof quotaSchema>;
export const quotaChangeSchema = quotaSchema.partial();
export type QuotaChange = z.infer<typeof quotaChangeSchema>;

export const unlimitedQuota: Quota = {
  startsPerSecond: null,
  getsPerSecond: null,
  syncCallsPerSecond: null,
  concurrentJobs: null,
};

const rateOf = {
  StartDocumentTextDetection: 'startsPerSecond',
  StartDocumentAnalysis: 'startsPerSecond',
  GetDocumentTextDetection: 'getsPerSecond',
  GetDocumentAnalysis: 'getsPerSecond',
  DetectDocumentText: 'syncCallsPerSecond',
  AnalyzeDocument: 'syncCallsPerSecond',
} as const satisfies Record<OperationName, keyof Quota>;

interface Bucket {
  tokens: number;
  filledAtMilliseconds: number;
}

/** Token buckets, one an operation: each holds at most one second's worth, so a burst after a pause is at most that. */
export class QuotaGate {
  #quota: Quota;
  readonly #buckets = new Map<OperationName, Bucket>();
  readonly #nowMilliseconds: () => number;

  constructor(quota: Quota, nowMilliseconds: () => number = () => performance.now()) {
    this.#quota = quota;
    this.#nowMilliseconds = nowMilliseconds;
  }

  get quota(): Quota {
    return this.#quota;
  }

  /** Changes what is given and leaves the rest; the buckets start full under the new rates. */
  change(change: QuotaChange): Quota {
    this.#quota = quotaSchema.parse({ ...this.#quota, ...change });
    this.#buckets.clear();
    return this.#quota;
  }

  /**
   * Takes one request out of the operation's bucket.
   * @throws TextractError ProvisionedThroughputExceededException when it is empty
   */
  admit(operation: OperationName): void {
    const perSecond = this.#quota[rateOf[operation]];
    if (perSecond === null) {
      return;
    }
    const capacity = Math.max(1, perSecond);
    const now = this.#nowMilliseconds();
    const bucket = this.#buckets.get(operation) ?? { tokens: capacity, filledAtMilliseconds: now };
    const refilled = Math.min(
      capacity,
      bucket.tokens + ((now - bucket.filledAtMilliseconds) / 1000) * perSecond,
    );
    const admitted = refilled >= 1;
    this.#buckets.set(operation, { tokens: refilled - (admitted ? 1 : 0), filledAtMilliseconds: now });
    if (!admitted) {
      throw new TextractError('ProvisionedThroughputExceededException', 'Provisioned rate exceeded');
    }
  }

  /** @throws TextractError LimitExceededException when as many jobs as allowed are in progress */
  admitJob(jobsInProgress: number): void {
    if (this.#quota.concurrentJobs !== null && jobsInProgress >= this.#quota.concurrentJobs) {
      throw new TextractError(
        'LimitExceededException',
        'Open jobs exceed maximum concurrent job limit; start fewer at once or wait for some to end',
      );
    }
  }
}
