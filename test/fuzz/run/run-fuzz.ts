import type { Target } from '../target.ts';
import { FuzzChild } from './fuzz-child.ts';
import { NO_INPUT, type Job } from './job.ts';
import { addTallies, emptyTally, type Failure, type Tally } from './tally.ts';

export interface FuzzRun {
  readonly targets: readonly Pick<Target, 'name' | 'share'>[];
  /** Of all parsers together. */
  readonly inputs: number;
  readonly seed: number;
  readonly processes: number;
  /** Calls `serveJobs` with the same targets. */
  readonly childFile: string;
  readonly report: (progress: Progress) => void;
}

export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly target: string;
  readonly failures: number;
}

const MAX_JOB_INPUTS = 1000;
const JOBS_PER_TARGET = 40;
/** A parser that fails so often is fuzzed no further: each failure may cost a process. */
const MAX_FAILURES = 200;

/** How many inputs each parser gets. */
export function inputsOf(targets: FuzzRun['targets'], inputs: number): ReadonlyMap<string, number> {
  const shares = targets.reduce((sum, { share }) => sum + share, 0);
  return new Map(targets.map(({ name, share }) => [name, Math.ceil((inputs * share) / shares)]));
}

/** Runs all inputs, in processes beside each other. @returns what became of them by parser */
export async function runFuzz(run: FuzzRun): Promise<ReadonlyMap<string, Tally>> {
  const fuzz = new Fuzz(run);
  await Promise.all(Array.from({ length: run.processes }, () => fuzz.work()));
  return fuzz.tallies;
}

class Fuzz {
  readonly tallies = new Map<string, Tally>();
  readonly #run: FuzzRun;
  readonly #jobs: Job[] = [];
  readonly #inputs: number;

  constructor(run: FuzzRun) {
    this.#run = run;
    const counts = inputsOf(run.targets, run.inputs);
    this.#inputs = [...counts.values()].reduce((sum, count) => sum + count, 0);
    for (const [target, count] of counts) {
      this.tallies.set(target, emptyTally());
      const size = Math.max(1, Math.min(MAX_JOB_INPUTS, Math.ceil(count / JOBS_PER_TARGET)));
      for (let from = 0; from < count; from += size)
        this.#jobs.push(this.#job(target, from, Math.min(size, count - from)));
    }
  }

  #job(target: string, from: number, count: number, isConfirming = false): Job {
    return { target, seed: this.#run.seed, from, count, isConfirming };
  }

  /** One process after the other, as long as there are jobs. */
  async work(): Promise<void> {
    let child: FuzzChild | undefined;
    for (let job = this.#jobs.shift(); job !== undefined; job = this.#jobs.shift()) {
      if (this.#failuresOf(job.target) >= MAX_FAILURES) continue;
      child ??= new FuzzChild(this.#run.childFile);
      const result = await child.run(job);
      if ('endedAt' in result) {
        child.end();
        child = undefined;
        this.#goOnWithout(job, result);
      } else {
        this.#add(job.target, result.tally);
        for (const index of result.suspects) this.#jobs.unshift(this.#job(job.target, index, 1, true));
      }
      this.#reportProgress(job.target);
    }
    child?.end();
  }

  /** The inputs before the one that ended the process were not counted, and are run again. */
  #goOnWithout(
    { target, from, count, isConfirming }: Job,
    ended: Omit<Failure, 'index'> & { endedAt: number },
  ) {
    const { endedAt, kind, what } = ended;
    if (endedAt === NO_INPUT) throw new Error(`The parser ${target} could not be made ready: ${what}`);
    if (isConfirming) {
      this.#add(target, { ...emptyTally(), inputs: 1, failures: [{ kind, index: endedAt, what }] });
      return;
    }
    const rest = [
      this.#job(target, endedAt, 1, true),
      this.#job(target, from, endedAt - from),
      this.#job(target, endedAt + 1, from + count - endedAt - 1),
    ];
    this.#jobs.unshift(...rest.filter((job) => job.count > 0));
  }

  #add(target: string, tally: Tally): void {
    this.tallies.set(target, addTallies(this.tallies.get(target) ?? emptyTally(), tally));
  }

  #failuresOf(target: string): number {
    return this.tallies.get(target)?.failures.length ?? 0;
  }

  #reportProgress(target: string): void {
    const all = [...this.tallies.values()];
    this.#run.report({
      done: all.reduce((sum, { inputs }) => sum + inputs, 0),
      of: this.#inputs,
      target,
      failures: all.reduce((sum, { failures }) => sum + failures.length, 0),
    });
  }
}
