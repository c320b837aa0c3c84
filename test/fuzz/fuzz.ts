#!/usr/bin/env node
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import pc from 'picocolors';
import { reportError } from '../../bin/view/report-error.ts';
import { inWorkFolder } from '../../local/cloud/folders.ts';
import { InputMaker } from './input.ts';
import { failureText, summaryText } from './report.ts';
import { FuzzChild } from './run/fuzz-child.ts';
import { runFuzz, type Progress } from './run/run-fuzz.ts';
import type { Failure, Tally } from './run/tally.ts';
import { boundsOf } from './target.ts';
import { targets } from './targets.ts';

// `npm run fuzz`: damaged inputs for every parser of what comes from outside. None may crash, hang, or take all the memory.
const CHILD_FILE = path.join(import.meta.dirname, 'fuzz-entry.ts');
const PROGRESS_SECONDS = 10;

interface Flags {
  readonly only?: readonly string[];
  readonly inputs: number;
  readonly seed: number;
  readonly replay?: string;
}

const names = targets.map(({ name }) => name).join(', ');
const program = new Command('npm run fuzz --')
  .description('Gives damaged inputs to every parser of what comes from outside')
  .option('--only <parsers>', `some parsers only, parted by commas: ${names}`, targetNames)
  .option('--inputs <number>', 'of all parsers together', wholeNumber, 1_000_000)
  .option('--seed <number>', 'the same seed gives the same inputs', wholeNumber, 1)
  .option('--replay <file>', 'one input from a file, for one parser')
  .showHelpAfterError();
program.parse();
const { only, inputs, seed, replay } = program.opts<Flags>();
const chosen = targets.filter(({ name }) => only?.includes(name) ?? true);

try {
  process.exitCode = replay === undefined ? await fuzz() : await replayFile(replay);
} catch (error) {
  reportError(error);
  process.exitCode = 1;
}

async function fuzz(): Promise<number> {
  const startedAt = Date.now();
  const processes = Math.max(1, availableParallelism());
  const tallies = await runFuzz({
    targets: chosen,
    inputs,
    seed,
    processes,
    childFile: CHILD_FILE,
    report: reporter(),
  });
  console.log(summaryText(tallies));
  const failed = [...tallies].filter(([, { failures }]) => failures.length > 0);
  for (const [name, tally] of failed) await showFailures(name, tally);
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  const done = [...tallies.values()].reduce((sum, tally) => sum + tally.inputs, 0);
  const words = failed.length === 0 ? pc.green('No bound was broken') : pc.red('Bounds were broken');
  console.log(
    `\n${words}: ${done.toLocaleString('en-GB')} inputs of seed ${seed} in ${seconds} s, ${processes} processes.`,
  );
  return failed.length === 0 ? 0 : 1;
}

/** Writes the first input of each cause into a file. */
async function showFailures(name: string, { failures }: Tally): Promise<void> {
  const target = chosen.find((one) => one.name === name);
  if (target === undefined) return;
  const maker = new InputMaker(name, await target.prepare(), seed);
  const byCause = Map.groupBy(failures, ({ kind, what }) => `${kind} ${what}`);
  mkdirSync(inWorkFolder('fuzz'), { recursive: true });
  for (const [first, ...more] of byCause.values()) {
    if (first === undefined) continue;
    const file = inWorkFolder('fuzz', `${name}-${seed}-${first.index}.bin`);
    writeFileSync(file, maker.input(first.index));
    console.log(pc.red(failureText(name, first, 1 + more.length, path.relative(process.cwd(), file))));
  }
}

async function replayFile(file: string): Promise<number> {
  const [target, ...others] = chosen;
  if (target === undefined || others.length > 0)
    throw new Error('Name one parser to replay the file for: --only <parser>');
  const child = new FuzzChild(CHILD_FILE);
  const job = {
    target: target.name,
    seed,
    from: 0,
    count: 1,
    isConfirming: true,
    replayFile: path.resolve(file),
  };
  const result = await child.run(job);
  child.end();
  const failure: Omit<Failure, 'index'> | undefined = 'endedAt' in result ? result : result.tally.failures[0];
  if (failure !== undefined) {
    console.log(pc.red(`${failure.kind}: ${failure.what}`));
    return 1;
  }
  if ('endedAt' in result) return 1;
  const { accepted, refusedBy, slowestMilliseconds, peakMegabytes } = result.tally;
  const { maxProcessorMilliseconds, maxMegabytes } = boundsOf(target);
  console.log(
    `${accepted > 0 ? 'accepted' : `refused: ${Object.keys(refusedBy).join()}`}; ` +
      `${Math.round(slowestMilliseconds.value)} ms (bound ${maxProcessorMilliseconds}), ` +
      `${Math.round(peakMegabytes.value)} MB (bound ${maxMegabytes})`,
  );
  return 0;
}

function reporter(): (progress: Progress) => void {
  let saidAt = 0;
  return ({ done, of, target, failures }) => {
    if (Date.now() - saidAt < PROGRESS_SECONDS * 1000) return;
    saidAt = Date.now();
    const percent = Math.floor((100 * done) / of);
    console.error(
      `  ${percent} %: ${done.toLocaleString('en-GB')} inputs, ${failures} failures, at ${target}`,
    );
  };
}

function targetNames(text: string): readonly string[] {
  const wanted = text.split(',').map((name) => name.trim());
  const unknown = wanted.filter((name) => targets.every((target) => target.name !== name));
  if (unknown.length > 0) throw new InvalidArgumentError(`${unknown.join(', ')}: choose among ${names}.`);
  return wanted;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return value;
}
