import { Worker } from 'node:worker_threads';

/** The thread was ended because its time was up, or ended because it had no memory left: what it was asked is too much. */
export class TooMuchWorkError extends Error {
  override name = 'TooMuchWorkError';
}

export interface ThreadLimits {
  /**
   * Of the JavaScript in it; bytes of files and WebAssembly do not count. Where V8 cannot meet one large piece, such as an array
   * that grows for ever, Node ends the whole process (https://github.com/nodejs/node/pull/65019): bear it as any other kill.
   */
  readonly maxHeapMegabytes: number;
  /**
   * What one question may take of a processor: on a busy machine the clock tells of the others. Left out: whatever the clock lets it.
   * Looked at ten times a second; what a new thread takes to load its code comes on top.
   */
  readonly maxProcessorSeconds?: number;
}

export interface AskOptions<Answer> {
  /** Of an answer that tells of a broken thread: it is ended before the next question, which gets a new one. */
  readonly endsThread?: (answer: Answer) => boolean;
  /** Of this question; left out, what the thread gives to each. */
  readonly maxProcessorSeconds?: number | undefined;
}

const MILLISECONDS_BETWEEN_LOOKS = 100;

/**
 * Threads lie beside the code that starts them; so do the bundles of both.
 * @param name without its ending
 * @param besideUrl `import.meta.url` of who starts it
 */
export function threadFile(name: string, besideUrl: string): URL {
  return new URL(`${name}${besideUrl.endsWith('.ts') ? '.ts' : '.mjs'}`, besideUrl);
}

/** A new thread loads its code first; on a machine whose processors are all taken that may last. */
const STARTING_SECONDS = 4;
/** Of a processor: PDFium takes a quarter of it. */
const STARTING_PROCESSOR_SECONDS = 0.5;

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error('The thread failed'));

/**
 * Asks a thread of its own, one question after the other, and ends it when an answer takes too long: code that walks files of
 * others cannot be stopped in any other way. The next question starts a new one.
 */
export class WorkThread<Question, Answer> {
  readonly #file: URL;
  readonly #limits: ThreadLimits;
  #worker: Worker | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(file: URL, limits: ThreadLimits) {
    this.#file = file;
    this.#limits = limits;
  }

  /** Whether there is one now: what it was told before is gone with it. */
  get isRunning(): boolean {
    return this.#worker !== undefined;
  }

  /** @throws TooMuchWorkError; Error where the thread cannot be started or failed */
  async ask(
    question: Question,
    timeoutSeconds: number,
    {
      endsThread = () => false,
      maxProcessorSeconds = this.#limits.maxProcessorSeconds,
    }: AskOptions<Answer> = {},
  ): Promise<Answer> {
    const answered = this.#turn.then(async () => {
      const answer = await this.#askNow(question, timeoutSeconds, maxProcessorSeconds);
      if (endsThread(answer)) await this.end();
      return answer;
    });
    this.#turn = answered.catch(() => undefined);
    return answered;
  }

  /** Ends the thread, whatever it is at. */
  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #askNow(
    question: Question,
    timeoutSeconds: number,
    maxProcessorSeconds: number | undefined,
  ): Promise<Answer> {
    const isNew = !this.isRunning;
    const allowedSeconds = timeoutSeconds + (isNew ? STARTING_SECONDS : 0);
    const worker = (this.#worker ??= this.#start());
    const settled = new AbortController();
    // Nobody waits for an idle thread to end.
    worker.ref();
    try {
      return await new Promise<Answer>((resolve, reject) => {
        const timer = setTimeout(() => {
          reject(new TooMuchWorkError('The thread was ended because its time was up'));
        }, allowedSeconds * 1000);
        const endLooks =
          maxProcessorSeconds === undefined
            ? undefined
            : watchProcessor({ worker, isNew }, maxProcessorSeconds, () => {
                reject(
                  new TooMuchWorkError('The thread was ended because it took too much of the processor'),
                );
              });
        const failed = (error: unknown): void => {
          reject(
            isOutOfMemory(error) ? new TooMuchWorkError('The thread ran out of memory') : asError(error),
          );
        };
        const ended = (): void => {
          reject(new Error('The thread ended without an answer'));
        };
        worker.once('message', resolve).once('error', failed).once('exit', ended);
        settled.signal.addEventListener('abort', () => {
          clearTimeout(timer);
          endLooks?.();
          worker.off('message', resolve).off('error', failed).off('exit', ended);
        });
        worker.postMessage(question);
      });
    } catch (error) {
      await this.end();
      throw error;
    } finally {
      settled.abort();
      worker.unref();
    }
  }

  /** It is given no environment: what reads files of others needs no rights on AWS. */
  #start(): Worker {
    const worker = new Worker(this.#file, {
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.maxHeapMegabytes },
    });
    const forget = (): void => {
      if (this.#worker === worker) this.#worker = undefined;
    };
    return worker.on('error', forget).on('exit', forget);
  }
}

interface WatchedThread {
  readonly worker: Worker;
  /** Not running yet: it cannot be asked what it took before, which is nothing. */
  readonly isNew: boolean;
}

/**
 * Tells when a thread has taken more of a processor than this since now.
 * @returns what ends the watch
 */
function watchProcessor(
  { worker, isNew }: WatchedThread,
  maxSeconds: number,
  isUsedUp: () => void,
): () => void {
  const before = isNew ? Promise.resolve({ user: 0, system: 0 }) : worker.cpuUsage();
  const allowedSeconds = maxSeconds + (isNew ? STARTING_PROCESSOR_SECONDS : 0);
  const look = async (): Promise<void> => {
    const { user, system } = await worker.cpuUsage(await before);
    if (user + system > allowedSeconds * 1_000_000) isUsedUp();
  };
  // One that does not run yet cannot be asked; one that has ended by itself is noticed otherwise.
  const looks = setInterval(() => void look().catch(() => undefined), MILLISECONDS_BETWEEN_LOOKS);
  before.catch(() => undefined);
  return () => {
    clearInterval(looks);
  };
}
