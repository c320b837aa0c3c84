import * as z from 'zod';
import { spendPass, type SignInPassDependencies } from '../../contexts/portal/use-cases/sign-in-pass.ts';

const roundSchema = z.object({ challengeResult: z.boolean().nullish() });

/** The three questions that Cognito asks of a custom sign-in, as far as they are answered here. */
const triggerSchema = z.discriminatedUnion('triggerSource', [
  z.looseObject({
    triggerSource: z.literal('DefineAuthChallenge_Authentication'),
    request: z.looseObject({ session: z.array(roundSchema).nullish() }),
  }),
  z.looseObject({ triggerSource: z.literal('CreateAuthChallenge_Authentication') }),
  z.looseObject({
    triggerSource: z.literal('VerifyAuthChallengeResponse_Authentication'),
    userName: z.string(),
    request: z.looseObject({ challengeAnswer: z.string().nullish() }),
  }),
]);

/** Lets in whoever shows the pass that the right code was answered with. Nothing is sent here, whoever asks Cognito. */
export function createHandler(dependencies: SignInPassDependencies) {
  return async (event: unknown): Promise<object> => {
    const trigger = triggerSchema.parse(event);
    switch (trigger.triggerSource) {
      case 'DefineAuthChallenge_Authentication': {
        const rounds = trigger.request.session ?? [];
        const issueTokens = rounds.at(-1)?.challengeResult === true;
        // There is one pass, and nothing to try.
        const failAuthentication = !issueTokens && rounds.length > 0;
        return {
          ...trigger,
          response: {
            issueTokens,
            failAuthentication,
            ...(issueTokens || failAuthentication ? {} : { challengeName: 'CUSTOM_CHALLENGE' }),
          },
        };
      }
      case 'CreateAuthChallenge_Authentication':
        return {
          ...trigger,
          response: {
            publicChallengeParameters: {},
            privateChallengeParameters: {},
            challengeMetadata: 'PASS',
          },
        };
      case 'VerifyAuthChallengeResponse_Authentication': {
        const shown = trigger.request.challengeAnswer ?? '';
        return {
          ...trigger,
          response: { answerCorrect: await spendPass(trigger.userName, shown, dependencies) },
        };
      }
    }
  };
}
