import type { CodeAnswer, InsuredSignIn, SignInStart } from '../../ports/portal.ts';
import type { RegistryReader } from '../../ports/registry.ts';
import { phoneForCodes } from './sign-in-codes.ts';

export interface SignInDependencies {
  readonly registry: Pick<RegistryReader, 'findPerson'>;
  readonly signIn: InsuredSignIn;
  /** Waits; see `ANSWER_MILLISECONDS`. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Signs in like anybody and never succeeds: what a number without a phone on file is answered with. */
const NOBODY = 'nobody';

/** Sending a code takes longer than sending none: neither is answered before this time. */
const ANSWER_MILLISECONDS = 2_000;

/**
 * Begins a sign-in. A number that is not insured, or has no phone on file, is answered in the same words, by the same
 * machinery and after the same time as any other.
 */
export async function startSignIn(
  registrationNumber: string,
  { registry, signIn, pause }: SignInDependencies,
): Promise<SignInStart> {
  const begin = async () => {
    const userName = await userNameOf(registrationNumber, registry);
    await signIn.prepare(userName);
    return signIn.start(userName);
  };
  const [started] = await Promise.all([begin(), pause(ANSWER_MILLISECONDS)]);
  return started;
}

/** Answers with the code. */
export async function answerCode(
  answer: { readonly registrationNumber: string; readonly continuation: string; readonly code: string },
  { registry, signIn }: Pick<SignInDependencies, 'registry' | 'signIn'>,
): Promise<CodeAnswer> {
  const userName = await userNameOf(answer.registrationNumber, registry);
  return signIn.answer(userName, answer.continuation, answer.code);
}

async function userNameOf(
  registrationNumber: string,
  registry: SignInDependencies['registry'],
): Promise<string> {
  const person = await registry.findPerson(registrationNumber);
  return phoneForCodes(person) === undefined ? NOBODY : registrationNumber;
}
