import * as z from 'zod';
import {
  checkCode,
  sendCode,
  type SignInCodeDependencies,
} from '../../core/application/portal/sign-in-codes.ts';
import { logInfo } from '../runtime/log.ts';

const roundSchema = z.object({ challengeResult: z.boolean().nullish() });

/** The three questions that Cognito asks of a custom sign-in, as far as they are answered here. */
const triggerSchema = z.discriminatedUnion('triggerSource', [
  z.looseObject({
    triggerSource: z.literal('DefineAuthChallenge_Authentication'),
    request: z.looseObject({ session: z.array(roundSchema).nullish() }),
  }),
  z.looseObject({
    triggerSource: z.literal('CreateAuthChallenge_Authentication'),
    userName: z.string(),
    request: z.looseObject({ session: z.array(roundSchema).nullish() }),
  }),
  z.looseObject({
    triggerSource: z.literal('VerifyAuthChallengeResponse_Authentication'),
    userName: z.string(),
    request: z.looseObject({ challengeAnswer: z.string().nullish() }),
  }),
]);

/** Wrong answers in one session; Cognito itself ends it after as many. */
const ROUNDS = 3;

/** Sends a code when a sign-in begins, checks it when it is answered, and lets whoever knew it in. */
export function createHandler(dependencies: SignInCodeDependencies) {
  return async (event: unknown): Promise<object> => {
    const trigger = triggerSchema.parse(event);
    switch (trigger.triggerSource) {
      case 'DefineAuthChallenge_Authentication': {
        const rounds = trigger.request.session ?? [];
        const issueTokens = rounds.at(-1)?.challengeResult === true;
        const failAuthentication = !issueTokens && rounds.length >= ROUNDS;
        return {
          ...trigger,
          response: {
            issueTokens,
            failAuthentication,
            ...(issueTokens || failAuthentication ? {} : { challengeName: 'CUSTOM_CHALLENGE' }),
          },
        };
      }
      case 'CreateAuthChallenge_Authentication': {
        // After a wrong answer it is still the same code.
        const isFirst = (trigger.request.session ?? []).length === 0;
        if (isFirst) logInfo('SIGN_IN_CODE', { outcome: await sendCode(trigger.userName, dependencies) });
        return {
          ...trigger,
          response: {
            publicChallengeParameters: { medium: 'SMS' },
            privateChallengeParameters: {},
            challengeMetadata: 'SMS_CODE',
          },
        };
      }
      case 'VerifyAuthChallengeResponse_Authentication': {
        const answer = trigger.request.challengeAnswer ?? '';
        const answerCorrect = await checkCode(trigger.userName, answer, dependencies);
        return { ...trigger, response: { answerCorrect } };
      }
    }
  };
}
