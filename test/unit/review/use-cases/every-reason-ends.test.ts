import { describe, expect, it } from 'vitest';
import { take, worldOf, type Walk } from './reason-walk.ts';
import { reasonWalks } from './reason-walks.ts';

const walks = Object.entries(reasonWalks).flatMap(([code, ways]) =>
  ways.map((walk, index): [string, string, Walk] => [`${code} (${index + 1})`, code, walk]),
);

describe('every reason that keeps a claim from being decided', () => {
  it.each(walks)('%s has a way out for somebody', async (_, code, walk) => {
    const { world, registers } = await worldOf(walk);
    const codes = async (): Promise<readonly string[]> =>
      ((await world.decision())?.findings ?? []).map((finding) => finding.code);
    // What people say themselves is found at the end, what the rules say at the beginning.
    const isByPeople = walk.steps.some((step) => 'rejects' in step && step.rejects === code);
    for (const step of walk.leads ?? []) await take(step, world, registers);
    const atFirst = { state: (await world.claim()).state, codes: await codes() };
    for (const step of walk.steps) await take(step, world, registers);
    const atLast = { state: (await world.claim()).state, codes: await codes() };
    expect((isByPeople ? atLast : atFirst).codes).toContain(code);
    expect(['REFERRED', 'PARTLY_REFERRED', 'INCOMPLETE'].includes(atFirst.state)).toBe(walk.steps.length > 0);
    expect(atLast.state).toBe(walk.ends);
  });
});
