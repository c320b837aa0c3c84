import { Worker } from 'node:worker_threads';
import type { PdfProblem, PdfReply, PdfRequest } from './pdf-messages.ts';

/** A PDF that cannot be opened, or a page of it that cannot be drawn. */
export class PdfError extends Error {
  readonly problem: PdfProblem | 'timeout' | 'thread-ended';

  constructor(problem: PdfError['problem']) {
    super(`PDF ${problem}`);
    this.name = 'PdfError';
    this.problem = problem;
  }
}

/** A PDF that is open in the drawing thread; close it to free its memory. */
export interface OpenPdf {
  readonly pageCount: number;
  /** Draws one page (1-based) as a PNG at 200 dots an inch. @throws PdfError */
  renderPage(pageNumber: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** Draws PDF pages in one thread of its own, which is started with the first PDF and replaced when it hangs. */
export class PdfRasteriser {
  readonly #timeoutMilliseconds: number;
  #worker: Worker | undefined;
  #lastId = 0;
  #isStopped = false;
  readonly #waiting = new Map<number, (reply: PdfReply | PdfError) => void>();

  constructor(timeoutSeconds: number) {
    this.#timeoutMilliseconds = timeoutSeconds * 1000;
  }

  /** @throws PdfError `encrypted` or `broken` */
  async open(bytes: Uint8Array): Promise<OpenPdf> {
    const document = ++this.#lastId;
    const opened = await this.#ask({ kind: 'open', document, bytes });
    const pageCount = opened.kind === 'opened' ? opened.pages : 0;
    const worker = this.#worker;
    return {
      pageCount,
      renderPage: async (pageNumber) => {
        const rendered = await this.#ask({ kind: 'render', document, pageNumber });
        if (rendered.kind !== 'rendered') {
          throw new PdfError('page-not-readable');
        }
        return rendered.image;
      },
      close: async () => {
        // With the thread that held it, the document is gone as well.
        if (worker !== undefined && worker === this.#worker) {
          await this.#ask({ kind: 'close', document }).catch(() => undefined);
        }
      },
    };
  }

  /** Ends the thread; what is still being drawn fails, and nothing can be drawn afterwards. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#endThread();
  }

  async #endThread(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
    this.#failAll('thread-ended');
  }

  async #ask(question: WithoutId<PdfRequest>): Promise<Exclude<PdfReply, { kind: 'problem' }>> {
    if (this.#isStopped) {
      throw new PdfError('thread-ended');
    }
    const id = ++this.#lastId;
    const worker = (this.#worker ??= this.#startWorker());
    const reply = await new Promise<PdfReply | PdfError>((resolve) => {
      const timer = setTimeout(() => {
        resolve(new PdfError('timeout'));
        // Drawing cannot be interrupted: the thread is replaced, and documents that were open in it fail.
        if (this.#worker === worker) {
          void this.#endThread();
        }
      }, this.#timeoutMilliseconds);
      this.#waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      worker.postMessage({ ...question, id });
    });
    this.#waiting.delete(id);
    if (reply instanceof PdfError) {
      throw reply;
    }
    if (reply.kind === 'problem') {
      throw new PdfError(reply.problem);
    }
    return reply;
  }

  #startWorker(): Worker {
    const worker = new Worker(new URL('./pdf-thread.ts', import.meta.url));
    worker.on('message', (reply: PdfReply) => this.#waiting.get(reply.id)?.(reply));
    const ended = () => {
      if (this.#worker === worker) {
        this.#worker = undefined;
        this.#failAll('thread-ended');
      }
    };
    worker.on('error', ended);
    worker.on('exit', ended);
    return worker;
  }

  #failAll(problem: PdfError['problem']): void {
    for (const answer of this.#waiting.values()) {
      answer(new PdfError(problem));
    }
  }
}
