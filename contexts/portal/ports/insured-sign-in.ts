import type { SessionTokens } from '#staff';
import type { SendSignInCode } from '../records/work-messages.ts';
import type { SignInCounter } from '../domain/sign-in-limits.ts';
import type { SignInFlow } from '../domain/sign-in-flow.ts';

/** What the sign-in of the insured needs of what is kept, and of the pool that makes sessions. */

export interface SignInFlows {
  begin(flow: SignInFlow): Promise<void>;
  find(flowId: string): Promise<SignInFlow | undefined>;
  /** @returns `refused` when someone else wrote since `before` was read */
  replace(before: SignInFlow, after: SignInFlow): Promise<'applied' | 'refused'>;
}

export interface SignInCounters {
  /** Counts one more in each, or in none where one of them is full. */
  take(counters: readonly SignInCounter[]): Promise<'taken' | 'full'>;
  giveBack(counters: readonly SignInCounter[]): Promise<void>;
  /** Whether one of them is full. */
  areFull(counters: readonly SignInCounter[]): Promise<boolean>;
}

/** Devices on which people signed in. */
export interface SignInDevices {
  /** Numbers of the people who signed in on it; empty where it is unknown. */
  numbersOf(deviceId: string): Promise<readonly string[]>;
  remember(device: {
    readonly deviceId: string;
    readonly registrationNumber: string;
    /** Seconds since 1970. */
    readonly expiresAt: number;
  }): Promise<void>;
}

/** Has codes sent apart from the request that asks for them: how long that takes tells nobody anything. */
export interface SignInCodeQueue {
  sendSignInCode(message: SendSignInCode): Promise<void>;
}

export type SessionResult =
  | { readonly status: 'signed-in'; readonly tokens: SessionTokens }
  | { readonly status: 'refused' }
  | { readonly status: 'throttled' };

/** The sessions of the insured. */
export interface InsuredSessions {
  /**
   * Begins one; the account is made where there is none.
   * @param pass that the right code was answered with
   */
  begin(registrationNumber: string, pass: string): Promise<SessionResult>;
  refresh(refreshToken: string): Promise<SessionResult>;
  signOut(refreshToken: string): Promise<void>;
}
