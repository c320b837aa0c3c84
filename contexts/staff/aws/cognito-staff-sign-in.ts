import {
  AssociateSoftwareTokenCommand,
  type ChallengeNameType,
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  type InitiateAuthCommandInput,
  RespondToAuthChallengeCommand,
  type RespondToAuthChallengeCommandOutput,
  RevokeTokenCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { SignInChallenge, SignInResult, StaffSignIn } from '../ports/sign-in.ts';
import { orRefused } from './cognito-refusals.ts';

type Challenge = SignInChallenge['challenge'];

/** Milaf's name of each challenge that Cognito makes of its own accord. */
const challengeOf: Partial<Record<ChallengeNameType, Challenge>> = {
  NEW_PASSWORD_REQUIRED: 'NEW_PASSWORD',
  MFA_SETUP: 'SET_UP_AUTHENTICATOR',
  SOFTWARE_TOKEN_MFA: 'AUTHENTICATOR_CODE',
  SMS_MFA: 'SMS_CODE',
};

/** How the answer to each is handed in; setting up an authenticator is answered with the code alone, before. */
const responseTo: Readonly<
  Record<Challenge, { readonly name: ChallengeNameType; readonly parameter?: string }>
> = {
  NEW_PASSWORD: { name: 'NEW_PASSWORD_REQUIRED', parameter: 'NEW_PASSWORD' },
  SET_UP_AUTHENTICATOR: { name: 'MFA_SETUP' },
  AUTHENTICATOR_CODE: { name: 'SOFTWARE_TOKEN_MFA', parameter: 'SOFTWARE_TOKEN_MFA_CODE' },
  SMS_CODE: { name: 'SMS_MFA', parameter: 'SMS_MFA_CODE' },
};

/** Staff sign in with Cognito: user name, password, and what the pool asks beyond: a new password, a second factor. */
export class CognitoStaffSignIn implements StaffSignIn {
  readonly #client: CognitoIdentityProviderClient;
  readonly #clientId: string;

  constructor(client: CognitoIdentityProviderClient, clientId: string) {
    this.#client = client;
    this.#clientId = clientId;
  }

  async signIn(userName: string, password: string): Promise<SignInResult> {
    return this.#begin('USER_PASSWORD_AUTH', { USERNAME: userName, PASSWORD: password });
  }

  async refresh(refreshToken: string): Promise<SignInResult> {
    return this.#begin('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: refreshToken });
  }

  async respond(
    userName: string,
    challenge: Challenge,
    continuation: string,
    answer: string,
  ): Promise<SignInResult> {
    return orRefused(async () => {
      const session =
        challenge === 'SET_UP_AUTHENTICATOR'
          ? await this.#verifyAuthenticator(continuation, answer)
          : continuation;
      const { name, parameter } = responseTo[challenge];
      const response = await this.#client.send(
        new RespondToAuthChallengeCommand({
          ClientId: this.#clientId,
          ChallengeName: name,
          Session: session,
          ChallengeResponses: {
            USERNAME: userName,
            ...(parameter === undefined ? {} : { [parameter]: answer }),
          },
        }),
      );
      return this.#next(response);
    });
  }

  async signOut(refreshToken: string): Promise<void> {
    await this.#client.send(new RevokeTokenCommand({ ClientId: this.#clientId, Token: refreshToken }));
  }

  async #begin(
    AuthFlow: NonNullable<InitiateAuthCommandInput['AuthFlow']>,
    AuthParameters: Record<string, string>,
  ): Promise<SignInResult> {
    return orRefused(async () => {
      const response = await this.#client.send(
        new InitiateAuthCommand({ ClientId: this.#clientId, AuthFlow, AuthParameters }),
      );
      return this.#next(response);
    });
  }

  /** What Cognito's answer means: tokens, or one step more. */
  async #next({
    AuthenticationResult,
    ChallengeName,
    Session,
  }: Pick<
    RespondToAuthChallengeCommandOutput,
    'AuthenticationResult' | 'ChallengeName' | 'Session'
  >): Promise<SignInResult> {
    const {
      IdToken: idToken,
      RefreshToken: refreshToken,
      ExpiresIn: seconds = 0,
    } = AuthenticationResult ?? {};
    if (idToken !== undefined)
      return { status: 'signed-in', tokens: { idToken, refreshToken, expiresInSeconds: seconds } };
    const challenge = ChallengeName && challengeOf[ChallengeName];
    if (challenge === undefined || Session === undefined)
      throw new Error('Cognito asks for something that the console has no page for');
    return challenge === 'SET_UP_AUTHENTICATOR'
      ? this.#newAuthenticator(Session)
      : { status: 'challenged', challenge, continuation: Session };
  }

  /** A secret for the authenticator, shown once. */
  async #newAuthenticator(session: string): Promise<SignInResult> {
    const { SecretCode, Session } = await this.#client.send(
      new AssociateSoftwareTokenCommand({ Session: session }),
    );
    return {
      status: 'challenged',
      challenge: 'SET_UP_AUTHENTICATOR',
      continuation: Session ?? session,
      authenticatorSecret: SecretCode,
    };
  }

  async #verifyAuthenticator(session: string, code: string): Promise<string> {
    const { Session } = await this.#client.send(
      new VerifySoftwareTokenCommand({ Session: session, UserCode: code }),
    );
    return Session ?? session;
  }
}
