import type { Clock } from '#shared';
import { withPassUsed } from '../domain/sign-in-flow.ts';
import type { SignInFlows } from '../ports/insured-sign-in.ts';
import { isHashOf } from './secret-hash.ts';

export interface SignInPassDependencies {
  readonly flows: Pick<SignInFlows, 'find' | 'replace'>;
  readonly clock: Clock;
}

/** Anyone may send anything to the pool: what is no pass of ours is not looked up. */
const PASS = /^([\w-]{43})\.([\w-]{43})$/;

/**
 * Whether the pool may begin a session: the pass is what the right code was answered with, for this number, and is spent by it.
 * Whoever asks the pool itself, beside the portal, has none.
 */
export async function spendPass(
  registrationNumber: string,
  shown: string,
  { flows, clock }: SignInPassDependencies,
): Promise<boolean> {
  const [, flowId = '', pass = ''] = PASS.exec(shown) ?? [];
  if (flowId === '') return false;
  const before = await flows.find(flowId);
  if (before?.passHash === undefined) return false;
  const isRight = isHashOf(pass, { hash: before.passHash });
  const after = withPassUsed(before, { registrationNumber, isRight }, clock());
  return after !== undefined && (await flows.replace(before, after)) === 'applied';
}
