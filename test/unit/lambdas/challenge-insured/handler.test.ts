import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../../lambdas/challenge-insured/handler.ts';
import { MemorySignInCodes } from '../../../support/memory-portal.ts';
import { personFile } from '../../../support/person-files.ts';

const { person } = personFile();

function world() {
  const texts: string[] = [];
  const handler = createHandler({
    registry: {
      findPerson: (number) => Promise.resolve(number === person.registrationNumber ? person : undefined),
    },
    codes: new MemorySignInCodes(),
    sms: {
      send: (_phone, text) => {
        texts.push(text);
        return Promise.resolve('id');
      },
    },
    clock: () => new Date('2026-11-20T09:00:00.000Z'),
  });
  const ask = (trigger: string, request: object, userName = person.registrationNumber) =>
    handler({ version: '1', triggerSource: `${trigger}_Authentication`, userName, request, response: {} });
  return { ask, texts, code: () => /\d{6}/.exec(texts.at(-1) ?? '')?.[0] ?? '' };
}

const wrong = { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false };

describe('the custom challenge of Cognito', () => {
  it('is a code; whoever knows it is let in', async () => {
    const { ask, code } = world();
    expect(await ask('DefineAuthChallenge', { session: [] })).toMatchObject({
      response: { challengeName: 'CUSTOM_CHALLENGE', issueTokens: false, failAuthentication: false },
    });
    await ask('CreateAuthChallenge', { session: [] });
    expect(await ask('VerifyAuthChallengeResponse', { challengeAnswer: code() })).toMatchObject({
      response: { answerCorrect: true },
    });
    expect(
      await ask('DefineAuthChallenge', { session: [wrong, { ...wrong, challengeResult: true }] }),
    ).toMatchObject({ response: { issueTokens: true, failAuthentication: false } });
  });

  it('sends one code for a session, and ends it after three wrong answers', async () => {
    const { ask, texts } = world();
    await ask('CreateAuthChallenge', { session: [] });
    await ask('CreateAuthChallenge', { session: [wrong] });
    expect(texts).toHaveLength(1);
    expect(await ask('DefineAuthChallenge', { session: [wrong, wrong, wrong] })).toMatchObject({
      response: { issueTokens: false, failAuthentication: true },
    });
  });

  it('never tells the code to anybody but the phone', async () => {
    const { ask, code } = world();
    const answer = await ask('CreateAuthChallenge', { session: [] });
    expect(JSON.stringify(answer)).not.toContain(code());
  });

  it('answers in the same way for a number that nobody has', async () => {
    const known = await world().ask('CreateAuthChallenge', { session: [] });
    const unknown = await world().ask('CreateAuthChallenge', { session: [] }, 'nobody');
    expect(unknown).toEqual({ ...known, userName: 'nobody' });
    expect(
      await world().ask('VerifyAuthChallengeResponse', { challengeAnswer: '000000' }, 'nobody'),
    ).toMatchObject({ response: { answerCorrect: false } });
  });
});
