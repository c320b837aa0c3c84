import { randomBytes, randomInt } from 'node:crypto';
import { portalSms } from '#messaging';
import type { Person, RegistryReader } from '#registry';
import { type Clock, MessageRefusedError, ProviderUnavailableError, type SmsSender } from '#shared';
import { CODE_DIGITS, isOpen, withCode, type SignInFlow } from '../domain/sign-in-flow.ts';
import {
  codeCounters,
  recognitionsFor,
  type CodeCounters,
  type SignInLimits,
} from '../domain/sign-in-limits.ts';
import type { SignInCounters, SignInFlows } from '../ports/insured-sign-in.ts';
import { hashOf } from './secret-hash.ts';

export interface SignInCodeDependencies {
  readonly registry: Pick<RegistryReader, 'findPerson'>;
  readonly flows: Pick<SignInFlows, 'find' | 'replace'>;
  readonly counters: Pick<SignInCounters, 'take' | 'giveBack'>;
  readonly sms: SmsSender;
  /** Waits for this copy's share of the SMS with codes that may be sent a second. */
  readonly pace: () => Promise<void>;
  readonly limits: SignInLimits;
  readonly clock: Clock;
}

/** `over`: the sign-in has ended, or its code was sent before. `nobody`: there is no phone to send it to. `no-room`: its bounds. */
export type SendCodeOutcome = 'sent' | 'over' | 'nobody' | 'no-room' | 'not-delivered';

/** The phone that a code may go to; a file whose holder has died is closed. */
const phoneForCodes = (person: Person | undefined): string | undefined =>
  person?.deceasedOn === undefined ? person?.phone : undefined;

/**
 * Sends the code of a sign-in to the phone on file, once. Whoever began it is never told what became of it: whether a number is
 * insured, has a phone, or has had its codes is nobody's business.
 */
export async function sendCode(flowId: string, deps: SignInCodeDependencies): Promise<SendCodeOutcome> {
  const { registry, flows, counters, sms, pace, clock } = deps;
  const flow = await flows.find(flowId);
  if (flow === undefined || flow.code !== undefined || !isOpen(flow, clock())) return 'over';
  const person = await registry.findPerson(flow.registrationNumber);
  const phone = phoneForCodes(person);
  if (person === undefined || phone === undefined) return 'nobody';
  const taken = await takeRoom(flow, person, deps);
  if (taken === undefined) return 'no-room';
  const code = randomInt(0, 10 ** CODE_DIGITS)
    .toString()
    .padStart(CODE_DIGITS, '0');
  if (!(await keepCode(flowId, code, deps))) {
    await counters.giveBack(taken.sent);
    return 'over';
  }
  await pace();
  try {
    await sms.send(
      phone,
      portalSms({ kind: 'sign-in-code', code, reference: flow.reference }, person.language).text,
    );
    return 'sent';
  } catch (error) {
    if (!(error instanceof ProviderUnavailableError) && !(error instanceof MessageRefusedError)) throw error;
    await counters.giveBack(taken.sent);
    return 'not-delivered';
  }
}

/** @returns what was taken; undefined where no allowance has room */
async function takeRoom(
  flow: SignInFlow,
  person: Person,
  { counters, limits, clock }: SignInCodeDependencies,
): Promise<CodeCounters | undefined> {
  for (const recognition of recognitionsFor(flow, person)) {
    const needed = codeCounters(flow, recognition, limits, clock());
    if ((await counters.take([...needed.tried, ...needed.sent])) === 'taken') return needed;
  }
  return undefined;
}

/** Whoever began the sign-in may guess at it before its code is there: then it is read again. */
const WRITES_TRIED = 5;

async function keepCode(
  flowId: string,
  code: string,
  { flows, clock }: SignInCodeDependencies,
): Promise<boolean> {
  const salt = randomBytes(16).toString('hex');
  for (let tried = 0; tried < WRITES_TRIED; tried += 1) {
    const before = await flows.find(flowId);
    const after = before && withCode(before, { salt, hash: hashOf(code, salt) }, clock());
    if (before === undefined || after === undefined) return false;
    if ((await flows.replace(before, after)) === 'applied') return true;
  }
  return false;
}
