import { randomBytes } from 'node:crypto';
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  type AuthenticationResultType,
  CodeMismatchException,
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  InvalidParameterException,
  NotAuthorizedException,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  TooManyRequestsException,
  UsernameExistsException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { InsuredSessions, SessionResult } from '../ports/insured-sign-in.ts';

export interface InsuredPoolIds {
  readonly poolId: string;
  readonly clientId: string;
}

/** Where it is kept for whom there is an account. */
export interface InsuredAccounts {
  has(userName: string): Promise<boolean>;
  record(userName: string): Promise<void>;
}

/** Sessions of the insured come of Cognito's custom challenge, which challenge-insured answers for: the pass is all there is to it. */
export class CognitoInsuredSessions implements InsuredSessions {
  readonly #client: CognitoIdentityProviderClient;
  readonly #ids: InsuredPoolIds;
  readonly #accounts: InsuredAccounts;

  constructor(client: CognitoIdentityProviderClient, ids: InsuredPoolIds, accounts: InsuredAccounts) {
    this.#client = client;
    this.#ids = ids;
    this.#accounts = accounts;
  }

  async begin(registrationNumber: string, pass: string): Promise<SessionResult> {
    return attempt(async () => {
      await this.#prepare(registrationNumber);
      const { Session: session } = await this.#client.send(
        new InitiateAuthCommand({
          ClientId: this.#ids.clientId,
          AuthFlow: 'CUSTOM_AUTH',
          AuthParameters: { USERNAME: registrationNumber },
        }),
      );
      const { AuthenticationResult } = await this.#client.send(
        new RespondToAuthChallengeCommand({
          ClientId: this.#ids.clientId,
          ChallengeName: 'CUSTOM_CHALLENGE',
          Session: session,
          ChallengeResponses: { USERNAME: registrationNumber, ANSWER: pass },
        }),
      );
      return signedIn(AuthenticationResult);
    });
  }

  async refresh(refreshToken: string): Promise<SessionResult> {
    return attempt(async () => {
      const { AuthenticationResult } = await this.#client.send(
        new InitiateAuthCommand({
          ClientId: this.#ids.clientId,
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          AuthParameters: { REFRESH_TOKEN: refreshToken },
        }),
      );
      return signedIn(AuthenticationResult);
    });
  }

  async signOut(refreshToken: string): Promise<void> {
    await this.#client.send(new RevokeTokenCommand({ ClientId: this.#ids.clientId, Token: refreshToken }));
  }

  /** Makes the account where there is none. */
  async #prepare(userName: string): Promise<void> {
    if (await this.#accounts.has(userName)) return;
    const user = { UserPoolId: this.#ids.poolId, Username: userName };
    try {
      await this.#client.send(
        new AdminCreateUserCommand({
          ...user,
          MessageAction: 'SUPPRESS',
          TemporaryPassword: unknownPassword(),
        }),
      );
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error;
    }
    // Without it the account would wait for its holder to choose a password.
    await this.#client.send(
      new AdminSetUserPasswordCommand({ ...user, Password: unknownPassword(), Permanent: true }),
    );
    await this.#accounts.record(userName);
  }
}

/** Nobody ever knows it, and the client of the pool takes no passwords; the last letters are what its policy asks for. */
const unknownPassword = (): string => `${randomBytes(48).toString('base64url')}aA1!`;

function signedIn(result: AuthenticationResultType | undefined): SessionResult {
  const { IdToken: idToken, RefreshToken: refreshToken, ExpiresIn: expiresInSeconds = 0 } = result ?? {};
  if (idToken === undefined) return { status: 'refused' };
  return { status: 'signed-in', tokens: { idToken, refreshToken, expiresInSeconds } };
}

/** Wrong sessions, spent codes and unknown accounts are all one answer. */
const REFUSALS = [
  NotAuthorizedException,
  UserNotFoundException,
  CodeMismatchException,
  InvalidParameterException,
] as const;

async function attempt(call: () => Promise<SessionResult>): Promise<SessionResult> {
  try {
    return await call();
  } catch (error) {
    if (REFUSALS.some((refusal) => error instanceof refusal)) return { status: 'refused' };
    if (error instanceof TooManyRequestsException) return { status: 'throttled' };
    throw error;
  }
}
