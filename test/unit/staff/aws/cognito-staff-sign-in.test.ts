import {
  CodeMismatchException,
  type CognitoIdentityProviderClient,
  InvalidPasswordException,
  NotAuthorizedException,
  TooManyRequestsException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { CognitoStaffSignIn } from '../../../../contexts/staff/aws/cognito-staff-sign-in.ts';

/** A pool that gives out prepared answers, one a call. */
function pool(...answers: readonly (object | Error)[]) {
  const calls: (readonly [string, unknown])[] = [];
  const send = (command: object): Promise<unknown> => {
    const answer = answers[calls.length];
    calls.push([command.constructor.name, 'input' in command ? command.input : undefined]);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const client = { send } as unknown as CognitoIdentityProviderClient;
  return { calls, signIn: new CognitoStaffSignIn(client, 'client') };
}

const tokens = { AuthenticationResult: { IdToken: 'id', RefreshToken: 'refresh', ExpiresIn: 900 } };
const metadata = { $metadata: {}, message: 'someone' };

describe('a sign-in at the console', () => {
  it('begins a session', async () => {
    const { signIn } = pool(tokens);
    expect(await signIn.signIn('reviewer-1', 'password')).toEqual({
      status: 'signed-in',
      tokens: { idToken: 'id', refreshToken: 'refresh', expiresInSeconds: 900 },
    });
  });

  it('asks for a new password first, then for an authenticator, and begins with its code', async () => {
    const { calls, signIn } = pool(
      { ChallengeName: 'NEW_PASSWORD_REQUIRED', Session: 's1' },
      { ChallengeName: 'MFA_SETUP', Session: 's2' },
      { SecretCode: 'SECRET', Session: 's3' },
      { Status: 'SUCCESS', Session: 's4' },
      tokens,
    );
    expect(await signIn.signIn('new', 'temporary')).toEqual({
      status: 'challenged',
      challenge: 'NEW_PASSWORD',
      continuation: 's1',
    });
    expect(await signIn.respond('new', 'NEW_PASSWORD', 's1', 'chosen')).toEqual({
      status: 'challenged',
      challenge: 'SET_UP_AUTHENTICATOR',
      continuation: 's3',
      authenticatorSecret: 'SECRET',
    });
    const result = await signIn.respond('new', 'SET_UP_AUTHENTICATOR', 's3', '123456');
    expect(result.status).toBe('signed-in');
    expect(calls.slice(3)).toEqual([
      ['VerifySoftwareTokenCommand', { Session: 's3', UserCode: '123456' }],
      [
        'RespondToAuthChallengeCommand',
        {
          ClientId: 'client',
          ChallengeName: 'MFA_SETUP',
          Session: 's4',
          ChallengeResponses: { USERNAME: 'new' },
        },
      ],
    ]);
  });

  it('asks for the code of the authenticator', async () => {
    const { calls, signIn } = pool({ ChallengeName: 'SOFTWARE_TOKEN_MFA', Session: 's1' }, tokens);
    expect(await signIn.signIn('reviewer-1', 'password')).toMatchObject({ challenge: 'AUTHENTICATOR_CODE' });
    await signIn.respond('reviewer-1', 'AUTHENTICATOR_CODE', 's1', '654321');
    expect(calls[1]?.[1]).toMatchObject({
      ChallengeResponses: { USERNAME: 'reviewer-1', SOFTWARE_TOKEN_MFA_CODE: '654321' },
    });
  });

  it.each([
    ['refused', new NotAuthorizedException(metadata)],
    ['refused', new UserNotFoundException(metadata)],
    ['refused', new CodeMismatchException(metadata)],
    ['password-refused', new InvalidPasswordException(metadata)],
    ['throttled', new TooManyRequestsException(metadata)],
  ])('is %s where Cognito says %s, and tells no more', async (status, error) => {
    const { signIn } = pool(error);
    expect(await signIn.respond('someone', 'NEW_PASSWORD', 's1', 'answer')).toEqual({ status });
  });

  it('fails aloud on what the console has no page for', async () => {
    const { signIn } = pool({ ChallengeName: 'DEVICE_SRP_AUTH', Session: 's1' });
    await expect(signIn.signIn('reviewer-1', 'password')).rejects.toThrow('no page for');
  });
});
