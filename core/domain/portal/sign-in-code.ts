/**
 * The code that an insured person signs in with: at most three an hour, each good for five minutes and five attempts. Whoever
 * guesses has 15 chances in a million an hour, and the holder of the phone is told of each code.
 */
export const CODE_DIGITS = 6;
export const CODE_VALID_SECONDS = 300;
const CODES_AN_HOUR = 3;
/** Codes that could not be delivered do not count, but cost: no more of them are tried in an hour. */
const FAILURES_AN_HOUR = 10;
const ATTEMPTS_A_CODE = 5;
const HOUR_SECONDS = 3600;

export interface SignInCodeState {
  readonly version: number;
  /** When the codes of the last hour were made, oldest first (ISO instants). */
  readonly issuedAt: readonly string[];
  /** When codes of the last hour could not be delivered (ISO instants). */
  readonly failedAt?: readonly string[] | undefined;
  /** Hash of the newest code with its salt; the code itself is nowhere kept. */
  readonly hash: string;
  readonly salt: string;
  readonly attemptsLeft: number;
}

/** Puts a new code in the place of the one before. Undefined when the hour has had its codes. */
export function issueCode(
  before: SignInCodeState | undefined,
  code: Pick<SignInCodeState, 'hash' | 'salt'>,
  now: Date,
): SignInCodeState | undefined {
  const recent = ofLastHour(before?.issuedAt, now);
  const failedAt = ofLastHour(before?.failedAt, now);
  if (recent.length >= CODES_AN_HOUR || failedAt.length >= FAILURES_AN_HOUR) return undefined;
  return {
    version: (before?.version ?? 0) + 1,
    issuedAt: [...recent, now.toISOString()],
    hash: code.hash,
    salt: code.salt,
    attemptsLeft: ATTEMPTS_A_CODE,
    failedAt,
  };
}

/**
 * Takes back a code that could not be delivered: nobody has it, and it is none of the hour's. What was sent before is good again
 * for what is left of its time.
 */
export function withdrawCode(
  issued: SignInCodeState,
  before: SignInCodeState | undefined,
  now: Date,
): SignInCodeState {
  const { hash, salt } = issued;
  return {
    ...(before ?? { issuedAt: [], hash, salt, attemptsLeft: 0 }),
    version: issued.version + 1,
    failedAt: [...(issued.failedAt ?? []), now.toISOString()],
  };
}

const ofLastHour = (instants: readonly string[] | undefined, now: Date): readonly string[] =>
  (instants ?? []).filter((at) => secondsBetween(at, now) < HOUR_SECONDS);

/**
 * Takes one attempt; what is left is to be kept before the answer is told. A right code is spent by it, so that it opens one
 * session only. Undefined when there is nothing to try: no code, an old one, or no attempt left.
 */
export function spendAttempt(
  state: SignInCodeState | undefined,
  isRight: boolean,
  now: Date,
): SignInCodeState | undefined {
  const newest = state?.issuedAt.at(-1);
  if (state === undefined || newest === undefined) return undefined;
  if (state.attemptsLeft <= 0 || secondsBetween(newest, now) > CODE_VALID_SECONDS) return undefined;
  return { ...state, version: state.version + 1, attemptsLeft: isRight ? 0 : state.attemptsLeft - 1 };
}

const secondsBetween = (from: string, to: Date): number => (to.getTime() - Date.parse(from)) / 1000;
