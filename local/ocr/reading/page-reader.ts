import type { OcrEngine, RecognisedPage } from '../engine/ocr-engine.ts';
import { Slots } from './slots.ts';

/** An engine that is made when the first page needs it, so that recorded answers cost no engine. */
export interface OcrEngineSource {
  /** Changes whenever the same image might be read differently: it is part of the cache's key. */
  readonly version: string;
  readonly create: () => Promise<OcrEngine>;
}

/** A page that took longer than it may. */
export class PageTimeoutError extends Error {
  constructor(timeoutSeconds: number) {
    super(`the page was not read within ${timeoutSeconds} seconds`);
    this.name = 'PageTimeoutError';
  }
}

/** The engine itself could not be made: no page can be read, whatever the document. */
export class EngineStartError extends Error {
  constructor(cause: unknown) {
    super(`the OCR engine could not start: ${cause instanceof Error ? cause.message : 'unknown reason'}`, {
      cause,
    });
    this.name = 'EngineStartError';
  }
}

export interface PageReaderOptions {
  readonly engine: OcrEngineSource;
  /** Pages that are drawn and read at once. */
  readonly workers: number;
  readonly timeoutSeconds: number;
}

/** Reads pages with the engine, a few at once; one that hangs costs its engine, not the service. */
export class PageReader {
  readonly #options: PageReaderOptions;
  readonly #slots: Slots;
  #engine: Promise<OcrEngine> | undefined;
  readonly #retired = new Set<Promise<void>>();
  readonly #closing = new AbortController();

  constructor(options: PageReaderOptions) {
    this.#options = options;
    this.#slots = new Slots(options.workers);
  }

  /**
   * Reads one page when its turn comes.
   * @param drawImage makes the page's image; called only when a slot is free, so that few images are in memory
   * @throws EngineStartError when there is no engine; any other Error when the page cannot be drawn or read in time
   */
  async read(drawImage: () => Promise<Uint8Array>): Promise<RecognisedPage> {
    return await this.#slots.run(async () => {
      const image = await drawImage();
      this.#closing.signal.throwIfAborted();
      const engine = (this.#engine ??= this.#startEngine());
      return await this.#withinTime(
        engine.then(async (ready) => await ready.readPage(image)),
        engine,
      );
    });
  }

  /** Gives up what is being read, and closes the engine; nothing can be read afterwards. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#retire(this.#engine);
    await Promise.all(this.#retired);
  }

  async #withinTime(reading: Promise<RecognisedPage>, engine: Promise<OcrEngine>): Promise<RecognisedPage> {
    const { timeoutSeconds } = this.#options;
    const { signal } = this.#closing;
    const { promise: givenUp, reject: giveUp } = Promise.withResolvers<never>();
    const stopReading = () => giveUp(new Error('the service is stopping'));
    signal.addEventListener('abort', stopReading, { once: true });
    const timer = setTimeout(() => {
      this.#retire(engine);
      giveUp(new PageTimeoutError(timeoutSeconds));
    }, timeoutSeconds * 1000);
    try {
      return await Promise.race([reading, givenUp]);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stopReading);
    }
  }

  #startEngine(): Promise<OcrEngine> {
    const engine = this.#options.engine.create().catch((error: unknown) => {
      // The next page tries again.
      if (this.#engine === engine) {
        this.#engine = undefined;
      }
      throw new EngineStartError(error);
    });
    return engine;
  }

  /** The next page gets a new engine; a reading that hangs cannot be stopped in any other way. */
  #retire(engine: Promise<OcrEngine> | undefined): void {
    if (engine === undefined || this.#engine !== engine) {
      return;
    }
    this.#engine = undefined;
    const closing = engine
      .then(async (ready) => await ready.close())
      .catch(() => undefined)
      .finally(() => this.#retired.delete(closing));
    this.#retired.add(closing);
  }
}
