import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../../lambdas/challenge-insured/handler.ts';
import { ALSO_INSURED, INSURED, signInWorld } from '../../../support/sign-in-world.ts';

/** Someone who answered with the right code, and whose session is about to begin. */
async function world() {
  const { deps, begin, answer, passes, texts } = signInWorld();
  const handler = createHandler(deps);
  const ask = (trigger: string, request: object, userName = INSURED) =>
    handler({ version: '1', triggerSource: `${trigger}_Authentication`, userName, request, response: {} });
  const { flow, code = '' } = await begin(INSURED);
  const begun = deps.sessions.begin;
  // The pool asks this function itself.
  deps.sessions.begin = (_, pass) => {
    passes.push(pass);
    return Promise.resolve({ status: 'refused' });
  };
  await answer(INSURED, flow, code);
  deps.sessions.begin = begun;
  return { ask, texts, code, flow, pass: passes[0] ?? '' };
}

const verify = 'VerifyAuthChallengeResponse';
const isCorrect = (answerCorrect: boolean) => ({ response: { answerCorrect } });

describe('the custom challenge of Cognito', () => {
  it('is a pass; whoever shows it is let in, once', async () => {
    const { ask, pass } = await world();
    expect(await ask('DefineAuthChallenge', { session: [] })).toMatchObject({
      response: { challengeName: 'CUSTOM_CHALLENGE', issueTokens: false, failAuthentication: false },
    });
    await ask('CreateAuthChallenge', { session: [] });
    expect(await ask(verify, { challengeAnswer: pass })).toMatchObject(isCorrect(true));
    expect(await ask(verify, { challengeAnswer: pass })).toMatchObject(isCorrect(false));
    const passed = { challengeName: 'CUSTOM_CHALLENGE', challengeResult: true };
    expect(await ask('DefineAuthChallenge', { session: [passed] })).toMatchObject({
      response: { issueTokens: true, failAuthentication: false },
    });
  });

  it('is over after one wrong answer', async () => {
    const { ask } = await world();
    const wrong = { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false };
    expect(await ask('DefineAuthChallenge', { session: [wrong] })).toMatchObject({
      response: { issueTokens: false, failAuthentication: true },
    });
  });

  it('sends nothing, so that whoever asks Cognito beside the portal costs no SMS', async () => {
    const { ask, texts } = await world();
    const before = texts.length;
    for (let times = 0; times < 10; times += 1) await ask('CreateAuthChallenge', { session: [] });
    expect(texts).toHaveLength(before);
  });

  it('takes no code, no pass of another number, and nothing that it would have to look for', async () => {
    const { ask, pass, code, flow } = await world();
    for (const answer of [code, `${flow}.${code}`, `${flow}.`, '', `${'x'.repeat(5000)}.y`, `${pass}x`])
      expect(await ask(verify, { challengeAnswer: answer })).toMatchObject(isCorrect(false));
    expect(await ask(verify, { challengeAnswer: pass }, ALSO_INSURED)).toMatchObject(isCorrect(false));
    expect(await ask(verify, { challengeAnswer: pass })).toMatchObject(isCorrect(true));
  });
});
