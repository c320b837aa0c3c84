import {
  type AuthenticationResultType,
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  NotAuthorizedException,
  RevokeTokenCommand,
  TooManyRequestsException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { SignInResult, StaffSignIn } from '../../core/ports/sign-in.ts';

/** Staff sign in with Cognito: user name, password, and what the pool asks beyond. */
export class CognitoStaffSignIn implements StaffSignIn {
  readonly #client: CognitoIdentityProviderClient;
  readonly #clientId: string;

  constructor(client: CognitoIdentityProviderClient, clientId: string) {
    this.#client = client;
    this.#clientId = clientId;
  }

  async signIn(userName: string, password: string): Promise<SignInResult> {
    return attempt(async () => {
      const { AuthenticationResult } = await this.#client.send(
        new InitiateAuthCommand({
          ClientId: this.#clientId,
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: userName, PASSWORD: password },
        }),
      );
      return signedIn(AuthenticationResult);
    });
  }

  respond(): Promise<SignInResult> {
    return Promise.resolve({ status: 'refused' });
  }

  async refresh(refreshToken: string): Promise<SignInResult> {
    return attempt(async () => {
      const { AuthenticationResult } = await this.#client.send(
        new InitiateAuthCommand({
          ClientId: this.#clientId,
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          AuthParameters: { REFRESH_TOKEN: refreshToken },
        }),
      );
      return signedIn(AuthenticationResult);
    });
  }

  async signOut(refreshToken: string): Promise<void> {
    await this.#client.send(new RevokeTokenCommand({ ClientId: this.#clientId, Token: refreshToken }));
  }
}

function signedIn(result: AuthenticationResultType | undefined): SignInResult {
  const { IdToken: idToken, RefreshToken: refreshToken, ExpiresIn: expiresInSeconds = 0 } = result ?? {};
  if (idToken === undefined) return { status: 'refused' };
  return { status: 'signed-in', tokens: { idToken, refreshToken, expiresInSeconds } };
}

async function attempt(call: () => Promise<SignInResult>): Promise<SignInResult> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof NotAuthorizedException || error instanceof UserNotFoundException)
      return { status: 'refused' };
    if (error instanceof TooManyRequestsException) return { status: 'throttled' };
    throw error;
  }
}
