import {
  CodeMismatchException,
  EnableSoftwareTokenMFAException,
  ExpiredCodeException,
  InvalidPasswordException,
  LimitExceededException,
  NotAuthorizedException,
  PasswordHistoryPolicyViolationException,
  PasswordResetRequiredException,
  TooManyFailedAttemptsException,
  TooManyRequestsException,
  UserNotConfirmedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { SignInResult } from '../ports/sign-in.ts';

type Constructors = readonly (abstract new (...args: never[]) => Error)[];

/** Wrong, expired or unknown: which of them is not disclosed, and a way in that is not offered is none. */
const REFUSALS: Constructors = [
  NotAuthorizedException,
  UserNotFoundException,
  CodeMismatchException,
  ExpiredCodeException,
  EnableSoftwareTokenMFAException,
  PasswordResetRequiredException,
  UserNotConfirmedException,
];
const WEAK: Constructors = [InvalidPasswordException, PasswordHistoryPolicyViolationException];
const THROTTLES: Constructors = [
  TooManyRequestsException,
  TooManyFailedAttemptsException,
  LimitExceededException,
];

const isOneOf = (error: unknown, kinds: Constructors): boolean => kinds.some((kind) => error instanceof kind);

/**
 * Makes an answer of what Cognito refuses for a reason that lies with the person.
 * @throws Error of any other kind
 */
export async function orRefused(call: () => Promise<SignInResult>): Promise<SignInResult> {
  try {
    return await call();
  } catch (error) {
    if (isOneOf(error, REFUSALS)) return { status: 'refused' };
    if (isOneOf(error, WEAK)) return { status: 'password-refused' };
    if (isOneOf(error, THROTTLES)) return { status: 'throttled' };
    throw error;
  }
}
