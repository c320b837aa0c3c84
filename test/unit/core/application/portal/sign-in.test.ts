import { describe, expect, it } from 'vitest';
import { answerCode, startSignIn } from '../../../../../core/application/portal/sign-in.ts';
import type { CodeAnswer, SignInFlow } from '../../../../../core/ports/portal.ts';
import { personFile } from '../../../../support/person-files.ts';

const { person } = personFile();
const INSURED = person.registrationNumber;
const ALSO_INSURED = '184203957';
const UNKNOWN = ['999999999', '999999998'] as const;
const CODE = '123456';

/** A pool that knows one right code and binds a session to its user, as Cognito does. */
function world() {
  const flows = new Map<string, SignInFlow>();
  const asked: string[] = [];
  let now = Date.parse('2026-11-20T09:00:00.000Z');
  const dependencies = {
    registry: {
      findPerson: (number: string) =>
        Promise.resolve(
          [INSURED, ALSO_INSURED].includes(number) ? { ...person, registrationNumber: number } : undefined,
        ),
    },
    signIn: {
      prepare: () => Promise.resolve(),
      start: (userName: string) =>
        Promise.resolve({ status: 'started' as const, continuation: `${userName}/1` }),
      answer: (userName: string, session: string, code: string): Promise<CodeAnswer> => {
        asked.push(userName);
        if (!session.startsWith(`${userName}/`)) return Promise.resolve({ status: 'refused' });
        return Promise.resolve(
          code === CODE
            ? { status: 'signed-in', tokens: { idToken: userName, expiresInSeconds: 900 } }
            : { status: 'wrong-code', continuation: `${session}1` },
        );
      },
      refresh: () => Promise.reject(new Error('not here')),
      signOut: () => Promise.resolve(),
    },
    flows: {
      save: (flow: SignInFlow) => Promise.resolve(void flows.set(flow.flowId, flow)),
      find: (flowId: string) => Promise.resolve(flows.get(flowId)),
    },
    clock: () => new Date(now),
    pause: () => Promise.resolve(),
  };
  const start = async (number: string): Promise<string> => {
    const started = await startSignIn(number, dependencies);
    return started.status === 'started' ? started.continuation : '';
  };
  const answer = (registrationNumber: string, continuation: string, code = CODE) =>
    answerCode({ registrationNumber, continuation, code }, dependencies);
  return { start, answer, asked, later: (seconds: number) => (now += seconds * 1000) };
}

describe('a sign-in to the portal', () => {
  it('lets in who knows the code, also after a wrong one', async () => {
    const { start, answer } = world();
    const flow = await start(INSURED);
    expect(await answer(INSURED, flow, '000000')).toEqual({ status: 'wrong-code', continuation: flow });
    expect(await answer(INSURED, flow)).toMatchObject({ status: 'signed-in' });
  });

  it('is for the number it was begun with: answered as another, it tells of neither whether it is insured', async () => {
    for (const begun of [INSURED, UNKNOWN[0]]) {
      const { start, answer, asked } = world();
      const flow = await start(begun);
      for (const other of [ALSO_INSURED, UNKNOWN[1]])
        for (const code of [CODE, '000000'])
          expect(await answer(other, flow, code)).toEqual({ status: 'refused' });
      expect(asked).toEqual([]);
    }
  });

  it('answers a wrong code of a number that nobody has as one of an insured person', async () => {
    const { start, answer } = world();
    const [known, unknown] = [await start(INSURED), await start(UNKNOWN[0])];
    expect((await answer(INSURED, known, '000000')).status).toBe('wrong-code');
    expect((await answer(UNKNOWN[0], unknown, '000000')).status).toBe('wrong-code');
    expect(known).toHaveLength(unknown.length);
  });

  it('ends with its code, and is none that was never begun', async () => {
    const { start, answer, later } = world();
    const flow = await start(INSURED);
    expect(await answer(INSURED, 'made-up')).toEqual({ status: 'refused' });
    later(301);
    expect(await answer(INSURED, flow)).toEqual({ status: 'refused' });
  });
});
