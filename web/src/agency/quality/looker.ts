import { checkLimits } from './check-limits.ts';
import type { FileCheck, LookAnswer, LookQuestion, PageCheck } from './page-check.ts';

/** A worker that opens files. */
export interface LookWorker {
  ask(question: LookQuestion): void;
  end(): void;
}

export interface LookListener {
  answered(answer: LookAnswer): void;
  /** The worker broke, or could not be loaded. */
  failed(): void;
}

/**
 * Has files looked at in a worker, one after the other, for a scan needs much memory. Files of others are never opened where people
 * work: a file that takes too long ends its worker, and the next one gets a new one. One that does no harm leaves it to the next, also
 * while there is no network to load another from.
 */
export class Looker {
  readonly #start: (listener: LookListener) => LookWorker;
  readonly #stepSeconds: number;
  #worker: LookWorker | undefined;
  #listener: LookListener | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(start: (listener: LookListener) => LookWorker, stepSeconds: number = checkLimits.stepSeconds) {
    this.#start = start;
    this.#stepSeconds = stepSeconds;
  }

  async look(question: LookQuestion): Promise<FileCheck> {
    const looked = this.#turn.then(() => this.#lookNow(question));
    this.#turn = looked.catch(() => undefined);
    return looked;
  }

  async #lookNow(question: LookQuestion): Promise<FileCheck> {
    const { mediaType } = question;
    const pages: PageCheck[] = [];
    let pageCount: number | undefined;
    const worker = this.#running();
    return new Promise<FileCheck>((resolve) => {
      const end = (check: FileCheck): void => {
        clearTimeout(timer);
        this.#listener = undefined;
        resolve(check);
      };
      const giveUp = (): void => {
        worker.end();
        this.#worker = undefined;
        end({ kind: 'checked', mediaType, pages, pageCount, isCutShort: true });
      };
      const wait = () => setTimeout(giveUp, this.#stepSeconds * 1000);
      let timer = wait();
      this.#listener = {
        failed: giveUp,
        answered: (answer) => {
          clearTimeout(timer);
          timer = wait();
          if (answer.kind === 'counted') ({ pageCount } = answer);
          if (answer.kind === 'page') pages.push(answer.page);
          if (answer.kind === 'refused') end(answer);
          if (answer.kind === 'done') end({ kind: 'checked', mediaType, pages, pageCount });
        },
      };
      worker.ask(question);
    });
  }

  #running(): LookWorker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = this.#start({
      answered: (answer) => {
        if (this.#worker === worker) this.#listener?.answered(answer);
      },
      failed: () => {
        if (this.#worker === worker) this.#listener?.failed();
      },
    });
    this.#worker = worker;
    return worker;
  }
}
