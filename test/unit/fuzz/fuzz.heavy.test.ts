import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { InputMaker } from '../../fuzz/input.ts';
import { runFuzz } from '../../fuzz/run/run-fuzz.ts';
import type { Tally } from '../../fuzz/run/tally.ts';
import type { Verdict } from '../../fuzz/target.ts';
import { targets } from '../../fuzz/targets.ts';
import { plantedTargets } from './support/planted-targets.ts';

const SEED = 1;
/** As many as the shares say. */
const INPUTS = plantedTargets.reduce((sum, { share }) => sum + share, 0);

const run = () =>
  runFuzz({
    targets: plantedTargets,
    inputs: INPUTS,
    seed: SEED,
    processes: 2,
    childFile: path.join(import.meta.dirname, 'support', 'planted-entry.ts'),
    report: () => undefined,
  });

describe('the fuzzer', () => {
  let tallies: ReadonlyMap<string, Tally>;
  const kindsOf = (name: string) => new Set(tallies.get(name)?.failures.map(({ kind }) => kind));

  beforeAll(async () => {
    tallies = await run();
  });

  it('finds nothing in a parser that accepts and refuses', () => {
    const { inputs, accepted, refusedBy, failures } = tallies.get('without-fault')!;

    expect(failures).toEqual([]);
    expect(accepted).toBeGreaterThan(0);
    expect(accepted + (refusedBy['of an odd number of bytes'] ?? 0)).toBe(inputs);
  });

  it.each([
    ['what is thrown and is no refusal', 'crash', 'crash'],
    ['what never ends', 'hang', 'too-long'],
    ['what waits for something that never comes', 'waits-for-ever', 'too-long'],
    ['what takes more and more memory beside the heap', 'memory-hog', 'too-much-memory'],
    ['what fills the heap', 'heap-hog', 'too-much-memory'],
    ['what takes longer than it may, and ends', 'takes-its-time', 'too-long'],
    ['what ends the process', 'ends-the-process', 'process-died'],
  ])('finds %s, and goes on with the other inputs', (_, name, kind) => {
    expect(kindsOf(name)).toEqual(new Set([kind]));
    const { inputs, accepted, failures } = tallies.get(name)!;
    expect(inputs).toBe(plantedTargets.find((target) => target.name === name)?.share);
    expect(accepted).toBeGreaterThan(0);
    expect(failures.length).toBeLessThan(4);
  });

  it('names the input that shows it, which is the same on every run', async () => {
    const [failure] = tallies.get('crash')!.failures;
    const crash = plantedTargets.find(({ name }) => name === 'crash')!;
    const prepared = await crash.prepare();
    const input = new InputMaker('crash', prepared, SEED).input(failure!.index);

    expect(Buffer.from(input).toString('latin1')).toMatch(/^!!/);
    await expect(prepared.parse(input)).rejects.toThrow('planted');
    expect(failure!.what).toContain('planted-targets.ts');
  });
});

describe('the parsers that are fuzzed', () => {
  it('take seeds of their own, so that damage begins with what is sound', async () => {
    const notTaken: string[] = [];
    for (const { name, prepare } of targets.filter(({ name }) => !name.startsWith('barcode-engine'))) {
      const { seeds, parse } = await prepare();
      const verdicts: Verdict[] = [];
      for (const seed of seeds) verdicts.push(await parse(seed));
      if (verdicts.every(({ outcome }) => outcome === 'refused')) notTaken.push(name);
    }
    expect(notTaken).toEqual([]);
  });

  it('have the same seeds on every run, so that what is found can be found again', async () => {
    const differing: string[] = [];
    for (const { name, prepare } of targets.filter(({ name }) => !name.startsWith('barcode-engine'))) {
      const [one, other] = [(await prepare()).seeds, (await prepare()).seeds];
      if (!Buffer.concat(one).equals(Buffer.concat(other))) differing.push(name);
    }
    expect(differing).toEqual([]);
  });

  it('have names of their own', () => {
    expect(new Set(targets.map(({ name }) => name)).size).toBe(targets.length);
  });
});
