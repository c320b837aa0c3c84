import { randomBytes, randomInt } from 'node:crypto';
import { portalSms } from '#messaging';
import type { Person, RegistryReader } from '#registry';
import { type Clock, MessageRefusedError, ProviderUnavailableError, type SmsSender } from '#shared';
import { CODE_DIGITS, isOpen, withCode, type SignInFlow } from '../domain/sign-in-flow.ts';
import { SPARE_CODE_DIGITS, spareFlowId, withSpareCode } from '../domain/spare-code.ts';
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
  readonly flows: Pick<SignInFlows, 'begin' | 'find' | 'replace'>;
  readonly counters: Pick<SignInCounters, 'take' | 'giveBack'>;
  readonly sms: SmsSender;
  /** Waits for this copy's share of the SMS with codes that may be sent a second. */
  readonly pace: () => Promise<void>;
  readonly limits: SignInLimits;
  readonly clock: Clock;
}

/**
 * `over`: the sign-in has ended, or its code was sent before. `nobody`: there is no phone to send it to. `no-room`: its bounds.
 * `spare-sent`: its bounds, and a code that opens any sign-in of the number.
 */
export type SendCodeOutcome = 'sent' | 'over' | 'nobody' | 'no-room' | 'spare-sent' | 'not-delivered';

/** The phone that a code may go to; a file whose holder has died is closed. */
const phoneForCodes = (person: Person | undefined): string | undefined =>
  person?.deceasedOn === undefined ? person?.phone : undefined;

/**
 * Sends the code of a sign-in to the phone on file, once. Whoever began it is never told what became of it: whether a number is
 * insured, has a phone, or has had its codes is nobody's business.
 */
export async function sendCode(flowId: string, deps: SignInCodeDependencies): Promise<SendCodeOutcome> {
  const { registry, flows, clock } = deps;
  const flow = await flows.find(flowId);
  if (flow === undefined || flow.code !== undefined || !isOpen(flow, clock())) return 'over';
  const person = await registry.findPerson(flow.registrationNumber);
  const phone = phoneForCodes(person);
  if (person === undefined || phone === undefined) return 'nobody';
  const taken = await takeRoom(flow, person, deps);
  if (taken === undefined) return sendSpareCode(flow, { ...person, phone }, deps);
  const code = digits(CODE_DIGITS);
  if (!(await keepCode(flowId, code, deps))) {
    await deps.counters.giveBack(taken.sent);
    return 'over';
  }
  const { reference } = flow;
  return (await deliver({ kind: 'sign-in-code', code, reference }, { ...person, phone }, taken, deps))
    ? 'sent'
    : 'not-delivered';
}

/**
 * Where the codes of a number are used up by people who know its CIN as well, its holder cannot be told from them by what they give:
 * only by the phone. So the phone gets one that opens any sign-in of the number.
 */
async function sendSpareCode(
  flow: SignInFlow,
  person: Reachable,
  deps: SignInCodeDependencies,
): Promise<SendCodeOutcome> {
  const { flows, counters, limits, clock } = deps;
  if (flow.cin === undefined || flow.cin !== person.cin) return 'no-room';
  const needed = codeCounters(flow, 'spare', limits, clock());
  if ((await counters.take([...needed.tried, ...needed.sent])) === 'full') return 'no-room';
  const code = digits(SPARE_CODE_DIGITS);
  const before = await flows.find(spareFlowId(flow.registrationNumber));
  const after = withSpareCode(flow, before, saltedHashOf(code), clock());
  if (before === undefined) await flows.begin(after);
  else if ((await flows.replace(before, after)) === 'refused') return 'no-room';
  return (await deliver({ kind: 'spare-code', code }, person, needed, deps)) ? 'spare-sent' : 'not-delivered';
}

type Reachable = Person & { readonly phone: string };

/** Sends it; what cannot be delivered is given back. */
async function deliver(
  message: Parameters<typeof portalSms>[0],
  { phone, language }: Reachable,
  taken: CodeCounters,
  { counters, sms, pace }: SignInCodeDependencies,
): Promise<boolean> {
  await pace();
  try {
    await sms.send(phone, portalSms(message, language).text);
    return true;
  } catch (error) {
    if (!(error instanceof ProviderUnavailableError) && !(error instanceof MessageRefusedError)) throw error;
    await counters.giveBack(taken.sent);
    return false;
  }
}

const HALF = 8;

/** So many digits, each as likely as any other; `randomInt` makes half of the longest at a time. */
function digits(count: number): string {
  if (count > HALF) return digits(HALF) + digits(count - HALF);
  return randomInt(0, 10 ** count)
    .toString()
    .padStart(count, '0');
}

function saltedHashOf(code: string): NonNullable<SignInFlow['code']> {
  const salt = randomBytes(16).toString('hex');
  return { salt, hash: hashOf(code, salt) };
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
  const hash = saltedHashOf(code);
  for (let tried = 0; tried < WRITES_TRIED; tried += 1) {
    const before = await flows.find(flowId);
    const after = before && withCode(before, hash, clock());
    if (before === undefined || after === undefined) return false;
    if ((await flows.replace(before, after)) === 'applied') return true;
  }
  return false;
}
