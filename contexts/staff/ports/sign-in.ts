/** What a session consists of. The tokens are opaque here: whoever holds them is who they name. */
export interface SessionTokens {
  /** Shown with each request; short-lived. */
  readonly idToken: string;
  readonly refreshToken?: string | undefined;
  readonly expiresInSeconds: number;
}

/** A further step before the session begins. */
export interface SignInChallenge {
  readonly challenge: 'NEW_PASSWORD' | 'SET_UP_AUTHENTICATOR' | 'AUTHENTICATOR_CODE' | 'SMS_CODE';
  /** To be given back with the answer; of no use to anyone else. */
  readonly continuation: string;
  /** Secret to be put into an authenticator (TOTP), once, when it is set up. */
  readonly authenticatorSecret?: string | undefined;
}

export type SignInResult =
  | { readonly status: 'signed-in'; readonly tokens: SessionTokens }
  | ({ readonly status: 'challenged' } & SignInChallenge)
  /** Wrong user, password or code: which of them is not disclosed. */
  | { readonly status: 'refused' }
  /** The new password is too weak, or was used before: another one may be chosen, with the same continuation. */
  | { readonly status: 'password-refused' }
  /** Too many attempts. */
  | { readonly status: 'throttled' };

export interface StaffSignIn {
  signIn(userName: string, password: string): Promise<SignInResult>;
  respond(
    userName: string,
    challenge: SignInChallenge['challenge'],
    continuation: string,
    answer: string,
  ): Promise<SignInResult>;
  refresh(refreshToken: string): Promise<SignInResult>;
  /** Ends all sessions that came of this refresh token. */
  signOut(refreshToken: string): Promise<void>;
}
