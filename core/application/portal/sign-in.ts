import { randomBytes } from 'node:crypto';
import { CODE_VALID_SECONDS } from '../../domain/portal/sign-in-code.ts';
import type { CodeAnswer, InsuredSignIn, SignInFlows, SignInStart } from '../../ports/portal.ts';
import type { RegistryReader } from '../../ports/registry.ts';
import type { Clock } from '../../ports/services.ts';
import { phoneForCodes } from './sign-in-codes.ts';

export interface SignInDependencies {
  readonly registry: Pick<RegistryReader, 'findPerson'>;
  readonly signIn: InsuredSignIn;
  readonly flows: SignInFlows;
  readonly clock: Clock;
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
  { registry, signIn, flows, clock, pause }: SignInDependencies,
): Promise<SignInStart> {
  const begin = async (): Promise<SignInStart> => {
    const userName = await userNameOf(registrationNumber, registry);
    await signIn.prepare(userName);
    const started = await signIn.start(userName);
    if (started.status === 'throttled') return started;
    const flowId = randomBytes(32).toString('base64url');
    const expiresAt = Math.ceil(clock().getTime() / 1000) + CODE_VALID_SECONDS;
    await flows.save({ flowId, registrationNumber, userName, session: started.continuation, expiresAt });
    return { status: 'started', continuation: flowId };
  };
  const [started] = await Promise.all([begin(), pause(ANSWER_MILLISECONDS)]);
  return started;
}

/**
 * Answers with the code. A sign-in is for the number it was begun with: answered with another one it is refused in the same way,
 * whether that one is insured or not.
 */
export async function answerCode(
  answer: { readonly registrationNumber: string; readonly continuation: string; readonly code: string },
  { signIn, flows, clock }: Pick<SignInDependencies, 'signIn' | 'flows' | 'clock'>,
): Promise<CodeAnswer> {
  const flow = await flows.find(answer.continuation);
  const isOpen = flow !== undefined && clock().getTime() / 1000 <= flow.expiresAt;
  if (!isOpen || flow.registrationNumber !== answer.registrationNumber) return { status: 'refused' };
  const answered = await signIn.answer(flow.userName, flow.session, answer.code);
  if (answered.status !== 'wrong-code') return answered;
  await flows.save({ ...flow, session: answered.continuation });
  return { ...answered, continuation: flow.flowId };
}

async function userNameOf(
  registrationNumber: string,
  registry: SignInDependencies['registry'],
): Promise<string> {
  const person = await registry.findPerson(registrationNumber);
  return phoneForCodes(person) === undefined ? NOBODY : registrationNumber;
}
