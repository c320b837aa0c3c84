import type { SignInFlow } from './sign-in-flow.ts';

/**
 * A code that opens any sign-in of its number, once. It goes to the phone on file where others, who know number and CIN, have used up
 * the codes that it may get: what keeps its holder out brings the way in. It is too long to be guessed in any number of sign-ins, and
 * good for so long that nobody has to be quick.
 */
export const SPARE_CODE_DIGITS = 16;
const SPARE_CODE_SECONDS = 86_400;

export const isSpareCode = (code: string): boolean => code.length === SPARE_CODE_DIGITS;

/** It is kept as a sign-in is, under a name that nobody can give for one of theirs: the API takes no dot. */
const PREFIX = 'spare.';
export const spareFlowId = (registrationNumber: string): string => `${PREFIX}${registrationNumber}`;
export const isSpareFlow = (flowId: string): boolean => flowId.startsWith(PREFIX);

/** The newest is the only one that counts. */
export function withSpareCode(
  { registrationNumber, reference }: SignInFlow,
  before: SignInFlow | undefined,
  code: NonNullable<SignInFlow['code']>,
  now: Date,
): SignInFlow {
  return {
    ...{ flowId: spareFlowId(registrationNumber), version: (before?.version ?? 0) + 1 },
    ...{ registrationNumber, reference, triesLeft: 1, code, isUsed: false },
    expiresAt: Math.ceil(now.getTime() / 1000) + SPARE_CODE_SECONDS,
  };
}
