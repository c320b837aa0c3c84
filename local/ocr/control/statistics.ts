/** What the service counted since it started: numbers only, so it can be shown and kept anywhere. */
export interface StatisticsSnapshot {
  readonly calls: Readonly<Record<string, number>>;
  /** Errors answered, by exception name; throttles are among them. */
  readonly errors: Readonly<Record<string, number>>;
  readonly throttles: number;
  readonly jobs: {
    readonly started: number;
    /** Start calls that a ClientRequestToken recognised: the earlier job was named, nothing ran. */
    readonly replayed: number;
    readonly inProgress: number;
    readonly succeeded: number;
    readonly partiallySucceeded: number;
    readonly failed: number;
  };
  readonly documents: {
    readonly fromCache: number;
    readonly fromRecordedAnswers: number;
    readonly readByEngine: number;
  };
  readonly pages: { readonly readByEngine: number; readonly notReadable: number };
  readonly notifications: { readonly sent: number; readonly failed: number };
}

type JobOutcome = 'succeeded' | 'partiallySucceeded' | 'failed';

/** Counts what happens in the service. */
export class Statistics {
  readonly #calls: Record<string, number> = {};
  readonly #errors: Record<string, number> = {};
  readonly #jobs = { started: 0, replayed: 0, succeeded: 0, partiallySucceeded: 0, failed: 0 };
  readonly #documents = { fromCache: 0, fromRecordedAnswers: 0, readByEngine: 0 };
  readonly #pages = { readByEngine: 0, notReadable: 0 };
  readonly #notifications = { sent: 0, failed: 0 };

  countCall(operation: string): void {
    this.#calls[operation] = (this.#calls[operation] ?? 0) + 1;
  }

  countError(code: string): void {
    this.#errors[code] = (this.#errors[code] ?? 0) + 1;
  }

  countJobStarted(): void {
    this.#jobs.started += 1;
  }

  countJobReplayed(): void {
    this.#jobs.replayed += 1;
  }

  countJobEnded(outcome: JobOutcome): void {
    this.#jobs[outcome] += 1;
  }

  countDocument(source: 'fromCache' | 'fromRecordedAnswers' | 'readByEngine'): void {
    this.#documents[source] += 1;
  }

  countPage(result: 'readByEngine' | 'notReadable'): void {
    this.#pages[result] += 1;
  }

  countNotification(result: 'sent' | 'failed'): void {
    this.#notifications[result] += 1;
  }

  snapshot(): StatisticsSnapshot {
    const { started, replayed, succeeded, partiallySucceeded, failed } = this.#jobs;
    return {
      calls: { ...this.#calls },
      errors: { ...this.#errors },
      throttles:
        (this.#errors['ProvisionedThroughputExceededException'] ?? 0) +
        (this.#errors['LimitExceededException'] ?? 0),
      jobs: {
        started,
        replayed,
        inProgress: started - succeeded - partiallySucceeded - failed,
        succeeded,
        partiallySucceeded,
        failed,
      },
      documents: { ...this.#documents },
      pages: { ...this.#pages },
      notifications: { ...this.#notifications },
    };
  }
}
