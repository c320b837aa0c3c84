import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { RecognisedPage } from './ocr-engine.ts';
import type { PageModels, PageWorkerMessage } from './page-worker.ts';

/** A page takes 3 to 10 seconds, and many times that where others keep the machine busy; one that takes this long hangs. */
const PAGE_TIMEOUT_SECONDS = 240;
const START_TIMEOUT_SECONDS = 180;

const Message = z.custom<PageWorkerMessage>(
  (value) => z.object({ kind: z.enum(['ready', 'page', 'failed']) }).safeParse(value).success,
);

/** One page worker and the page it is at. A worker that crashes or hangs is replaced before the next page. */
export class PageLane {
  readonly #models: PageModels;
  #worker: Worker | undefined;

  constructor(models: PageModels) {
    this.#models = models;
  }

  /** Starts the worker, if it is not running, and waits until it has loaded its models. */
  async start(): Promise<Worker> {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(new URL('./page-worker.ts', import.meta.url), { workerData: this.#models });
    this.#worker = worker;
    await this.#next(worker, START_TIMEOUT_SECONDS);
    return worker;
  }

  /**
   * Reads one page; not to be called again before it is done.
   * @throws Error when the image cannot be read, or the worker crashes or takes too long
   */
  async read(image: Uint8Array): Promise<RecognisedPage> {
    const worker = await this.start();
    const answer = this.#next(worker, PAGE_TIMEOUT_SECONDS);
    worker.postMessage({ image });
    const message = await answer;
    if (message.kind === 'page') return message.page;
    throw new Error(
      message.kind === 'failed' ? message.message : 'The OCR worker lost this page. Please try it again.',
    );
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #next(worker: Worker, timeoutSeconds: number): Promise<PageWorkerMessage> {
    try {
      // `once` also rejects on the worker's 'error' event.
      const signal = AbortSignal.timeout(timeoutSeconds * 1000);
      return Message.parse((await once(worker, 'message', { signal }))[0]);
    } catch (error) {
      await this.stop();
      const isTimeout = error instanceof Error && error.name === 'AbortError';
      const reason = isTimeout ? `it took more than ${timeoutSeconds} seconds` : 'the OCR worker stopped';
      throw new Error(`This page could not be read: ${reason}. Please try it again.`, { cause: error });
    }
  }
}
