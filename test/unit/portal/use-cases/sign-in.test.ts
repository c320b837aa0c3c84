import { describe, expect, it } from 'vitest';
import { spendPass } from '../../../../contexts/portal/use-cases/sign-in-pass.ts';
import { ALSO_INSURED, INSURED, UNKNOWN, signInWorld, wrongOf } from '../../../support/sign-in-world.ts';

describe('a sign-in to the portal', () => {
  it('lets in who knows the code, also after a wrong one', async () => {
    const { begin, answer } = signInWorld();
    const { flow, code = '' } = await begin(INSURED);
    expect(await answer(INSURED, flow, wrongOf(code))).toEqual({ status: 'wrong-code', continuation: flow });
    expect(await answer(INSURED, flow, code)).toMatchObject({ status: 'signed-in' });
  });

  it('is for the number it was begun with: answered as another, it tells of neither whether it is insured', async () => {
    for (const begun of [INSURED, UNKNOWN[0]]) {
      const { begin, answer, passes } = signInWorld();
      const { flow, code = '123456' } = await begin(begun);
      for (const other of [ALSO_INSURED, UNKNOWN[1]])
        for (const given of [code, wrongOf(code)])
          expect(await answer(other, flow, given)).toEqual({ status: 'refused' });
      expect(passes).toEqual([]);
    }
  });

  it('answers wrong codes of a number that nobody has as those of an insured person, to the end', async () => {
    const { begin, answer } = signInWorld();
    const [known, unknown] = [await begin(INSURED), await begin(UNKNOWN[0])];
    expect(known.flow).toHaveLength(unknown.flow.length);
    const statuses = async (number: string, flow: string) => {
      const all: string[] = [];
      for (let times = 0; times < 5; times += 1)
        all.push((await answer(number, flow, wrongOf(known.code))).status);
      return all;
    };
    expect(await statuses(UNKNOWN[0], unknown.flow)).toEqual(await statuses(INSURED, known.flow));
  });

  it('is begun without a look at who is insured, so that not even its time can tell', async () => {
    const { start, lookedUp, work, texts } = signInWorld();
    for (const number of [INSURED, UNKNOWN[0]]) expect((await start(number)).status).toBe('started');
    expect(lookedUp).toEqual([]);
    expect(texts).toEqual([]);
    expect(await work()).toEqual(['sent', 'nobody']);
  });

  it('ends with its code, and is none that was never begun', async () => {
    const { begin, answer, later } = signInWorld();
    const { flow, code = '' } = await begin(INSURED);
    expect(await answer(INSURED, 'made-up', code)).toEqual({ status: 'refused' });
    later(302);
    expect(await answer(INSURED, flow, code)).toEqual({ status: 'refused' });
  });

  it('gives one session for a code, also when it is answered twice at the same moment', async () => {
    const { begin, answer } = signInWorld();
    const { flow, code = '' } = await begin(INSURED);
    const results = await Promise.all([1, 2, 3].map(() => answer(INSURED, flow, code)));
    expect(results.filter(({ status }) => status === 'signed-in')).toHaveLength(1);
    expect(await answer(INSURED, flow, code)).toEqual({ status: 'refused' });
  });

  it('can be answered again with the right code when the pool was too busy to begin a session', async () => {
    const { begin, answer, throttlePool } = signInWorld();
    const { flow, code = '' } = await begin(INSURED);
    throttlePool(true);
    for (let times = 0; times < 4; times += 1)
      expect(await answer(INSURED, flow, code)).toEqual({ status: 'throttled' });
    throttlePool(false);
    expect(await answer(INSURED, flow, code)).toMatchObject({ status: 'signed-in' });
  });

  it('gives the pool a pass that is good for its own number, and once', async () => {
    const { begin, answer, passes, deps } = signInWorld();
    const { flow, code = '' } = await begin(INSURED);
    await answer(INSURED, flow, code);
    const [pass = ''] = passes;
    expect(pass).not.toContain(code);
    expect(await spendPass(INSURED, pass, deps)).toBe(false);
    const other = await begin(INSURED);
    for (const made of [
      `${other.flow}.${code}`,
      `${other.flow}.`,
      other.flow,
      pass.replace(flow, other.flow),
    ])
      expect(await spendPass(INSURED, made, deps)).toBe(false);
    expect(await spendPass(ALSO_INSURED, pass, deps)).toBe(false);
  });
});
