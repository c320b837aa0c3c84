/**
 * A sign-in of an insured person, from the request for a code to its one session. Everything belongs to it: the code that was sent
 * for it opens no other one, and wrong codes use up its own tries. So nobody can end someone else's sign-in.
 */
export const CODE_DIGITS = 6;
export const FLOW_SECONDS = 300;
const TRIES = 3;

export interface SignInFlow {
  /** Given to whoever began it, and of no use to anyone else. */
  readonly flowId: string;
  readonly version: number;
  readonly registrationNumber: string;
  /** Told beside the code and shown on the page: someone else's requests may bring further codes to the same phone. */
  readonly reference: string;
  /** The CIN that was given beside the number; whether it is right is not known before a code is to be sent. */
  readonly cin?: string | undefined;
  /** The device it was begun on, where this person signed in on it before. */
  readonly deviceId?: string | undefined;
  readonly triesLeft: number;
  /** Hash of the code that was sent with its salt; the code itself is nowhere kept. */
  readonly code?: { readonly hash: string; readonly salt: string } | undefined;
  /** Hash of the pass that the right code was answered with: whoever shows it gets the session. */
  readonly passHash?: string | undefined;
  readonly isUsed: boolean;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

export function beginFlow(
  begun: Pick<SignInFlow, 'flowId' | 'reference' | 'registrationNumber' | 'cin' | 'deviceId'>,
  now: Date,
): SignInFlow {
  const expiresAt = Math.ceil(now.getTime() / 1000) + FLOW_SECONDS;
  return { ...begun, version: 1, triesLeft: TRIES, isUsed: false, expiresAt };
}

/** Whether it can still be answered. */
export const isOpen = (flow: SignInFlow, now: Date): boolean =>
  !flow.isUsed && flow.triesLeft > 0 && now.getTime() / 1000 <= flow.expiresAt;

/** Adds the code that is to be sent. Undefined where one was sent before, or the sign-in is over. */
export function withCode(
  flow: SignInFlow,
  code: NonNullable<SignInFlow['code']>,
  now: Date,
): SignInFlow | undefined {
  if (flow.code !== undefined || !isOpen(flow, now)) return undefined;
  return { ...flow, version: flow.version + 1, code };
}

/**
 * Takes an answer; what becomes of it is to be kept before it is told. A right one gets the pass, a wrong one takes a try, also
 * where no code was ever sent.
 */
export function answered(
  flow: SignInFlow,
  answer: { readonly isRight: boolean; readonly passHash: string },
): SignInFlow {
  const next = { ...flow, version: flow.version + 1 };
  return answer.isRight ? { ...next, passHash: answer.passHash } : { ...next, triesLeft: flow.triesLeft - 1 };
}

/** Spends the pass, so that a code opens one session only. Undefined where it is another number's, or none. */
export function withPassUsed(
  flow: SignInFlow,
  shown: { readonly registrationNumber: string; readonly isRight: boolean },
  now: Date,
): SignInFlow | undefined {
  const isOwn = flow.passHash !== undefined && flow.registrationNumber === shown.registrationNumber;
  if (!isOwn || !shown.isRight || !isOpen(flow, now)) return undefined;
  return { ...flow, version: flow.version + 1, isUsed: true };
}
