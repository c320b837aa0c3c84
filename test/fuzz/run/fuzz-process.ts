import { readFileSync } from 'node:fs';
import { InputMaker } from '../input.ts';
import { boundsOf, type PreparedTarget, type Target, type Verdict } from '../target.ts';
import { jobSchema, type Job, type JobDone } from './job.ts';
import { emptyTally, type Failure, type Tally } from './tally.ts';
import { InputWatch } from './watched-input.ts';

/** Judges open files with libraries of others: they have what the product gives them. */
const JUDGE_BOUNDS = { maxProcessorMilliseconds: 20_000, maxMegabytes: 1500, maxWaitSeconds: 60 };
const STACK_LINES = 4;

interface Ready {
  readonly target: Target;
  readonly prepared: PreparedTarget;
}

/** Runs jobs that the parent process sends, one after the other, until it is told to end. */
export function serveJobs(targets: readonly Target[], placeFile: string): void {
  const watch = new InputWatch(placeFile);
  const known = new Map<string, Promise<Ready>>();
  const readyOf = (name: string): Promise<Ready> => {
    const ready = known.get(name) ?? prepare(targets, name);
    known.set(name, ready);
    return ready;
  };
  process.on('message', (message) => {
    const job = jobSchema.parse(message);
    watch.beginJob();
    void readyOf(job.target)
      .then((ready) => runJob(job, ready, watch))
      .then((done) => process.send?.(done));
  });
}

async function prepare(targets: readonly Target[], name: string): Promise<Ready> {
  const target = targets.find((one) => one.name === name);
  if (target === undefined) throw new Error(`There is no parser ${name}`);
  const prepared = await target.prepare();
  // What is loaded and compiled with the first inputs is not theirs to pay.
  for (const seed of prepared.seeds.slice(0, 20)) {
    await parse(prepared, seed);
    await prepared.judge?.(seed);
  }
  return { target, prepared };
}

async function runJob(job: Job, { target, prepared }: Ready, watch: InputWatch): Promise<JobDone> {
  const maker = new InputMaker(target.name, prepared, job.seed);
  const bounds = boundsOf(target);
  const tally = emptyTally();
  const suspects: number[] = [];
  for (let index = job.from; index < job.from + job.count; index++) {
    const bytes = job.replayFile === undefined ? maker.input(index) : readFileSync(job.replayFile);
    const { result, taken } = await watch.measure(index, bounds, () => parse(prepared, bytes));
    const kind =
      taken.processorMilliseconds > bounds.maxProcessorMilliseconds
        ? 'too-long'
        : taken.megabytes > bounds.maxMegabytes
          ? 'too-much-memory'
          : undefined;
    if (kind !== undefined && !job.isConfirming) {
      suspects.push(index);
      continue;
    }
    if (kind !== undefined) tally.failures.push({ kind, index, what: kind });
    count(tally, index, result);
    keepMost(tally.slowestMilliseconds, taken.processorMilliseconds, index);
    keepMost(tally.peakMegabytes, taken.megabytes, index);
    if ('pages' in result && prepared.judge !== undefined) {
      const judged = await watch.measure(index, JUDGE_BOUNDS, async () => prepared.judge?.(bytes));
      countJudged(tally, index, result.pages, judged.result);
    }
  }
  return { tally, suspects };
}

async function parse(prepared: PreparedTarget, bytes: Uint8Array): Promise<Verdict | Error> {
  try {
    return await prepared.parse(bytes);
  } catch (error) {
    return error instanceof Error ? error : new Error(`Thrown: ${typeof error}`);
  }
}

function count(tally: Tally, index: number, result: Verdict | Error): void {
  tally.inputs += 1;
  if (result instanceof Error) tally.failures.push(crashOf(result, index));
  else if (result.outcome === 'accepted') tally.accepted += 1;
  else tally.refusedBy[result.reason] = (tally.refusedBy[result.reason] ?? 0) + 1;
}

/** Named by where it was thrown: a message may quote the input. */
function crashOf(error: Error, index: number): Failure {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const where = frames
    .slice(0, STACK_LINES)
    .map((line) =>
      line.trim().replace(/file:\/\/\S*?(?=\/(core|adapters|lambdas|node_modules|test)\/)/g, ''),
    );
  return { kind: 'crash', index, what: [error.name, ...where].join(' ') };
}

function keepMost(most: Tally['slowestMilliseconds'], value: number, index: number): void {
  if (value <= most.value) return;
  most.value = value;
  most.index = index;
}

function countJudged(
  { judged }: Tally,
  index: number,
  pages: number | undefined,
  pagesOfJudge: number | undefined,
): void {
  if (pagesOfJudge === undefined) judged.unread += 1;
  else if (pagesOfJudge === pages) judged.same += 1;
  else {
    judged.other += 1;
    judged.others.push(index);
  }
}
