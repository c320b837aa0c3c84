import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ENDED_FOR, jobDoneSchema, PLACE_BYTES, type Job, type JobDone } from './job.ts';
import type { Failure } from './tally.ts';

/** A process that was ended by one input. */
export interface Ended {
  readonly endedAt: number;
  readonly kind: Failure['kind'];
  readonly what: string;
}

const HEAP_MEGABYTES = 1024;
const KEPT_CHARACTERS = 2000;

/** A process that runs inputs, so that it can be ended. */
export class FuzzChild {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'milaf-fuzz-'));
  readonly #place = path.join(this.#folder, 'place');
  readonly #process: ChildProcess;
  #said = '';

  /** @param file calls `serveJobs` with its first argument */
  constructor(file: string) {
    writeFileSync(this.#place, new Uint8Array(PLACE_BYTES));
    this.#process = fork(file, [this.#place], {
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`, '--max-semi-space-size=16'],
      env: { ...process.env, POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#process.stderr?.on('data', (chunk: Buffer) => {
      this.#said = (this.#said + chunk.toString()).slice(-KEPT_CHARACTERS);
    });
  }

  /** Runs a job to its end, or to the input that ends the process: then there is no further job for it. */
  async run(job: Job): Promise<JobDone | Ended> {
    return new Promise((resolve) => {
      const ended = (): void => {
        this.#process.off('message', answered);
        resolve(this.#ending());
      };
      const answered = (message: unknown): void => {
        this.#process.off('close', ended);
        resolve(jobDoneSchema.parse(message));
      };
      this.#process.once('message', answered).once('close', ended);
      // One that has ended meanwhile says so by itself.
      this.#process.send(job, () => undefined);
    });
  }

  end(): void {
    this.#process.kill('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #ending(): Ended {
    const place = readFileSync(this.#place);
    const reason = place.readUInt8(4);
    const endedAt = place.readUInt32LE(0);
    if (reason === ENDED_FOR.time) return { endedAt, kind: 'too-long', what: 'ended: it went on and on' };
    if (reason === ENDED_FOR.memory)
      return { endedAt, kind: 'too-much-memory', what: 'ended: it took more and more memory' };
    const lastLines = this.#said.trim().split('\n').slice(-8).join(' ');
    return { endedAt, kind: 'process-died', what: `the process died: ${lastLines}` };
  }
}
