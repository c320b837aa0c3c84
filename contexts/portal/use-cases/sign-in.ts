import { randomBytes, randomInt } from 'node:crypto';
import type { Clock } from '#shared';
import type { SessionTokens } from '#staff';
import { answered, beginFlow, isOpen, type SignInFlow } from '../domain/sign-in-flow.ts';
import {
  budgetCounters,
  recognitionsOf,
  startCounters,
  type SignInLimits,
} from '../domain/sign-in-limits.ts';
import { sourceOf } from '../domain/sign-in-source.ts';
import type {
  InsuredSessions,
  SessionResult,
  SignInCodeQueue,
  SignInCounters,
  SignInDevices,
  SignInFlows,
} from '../ports/insured-sign-in.ts';
import { isSpareCode, isSpareFlow, spareFlowId } from '../domain/spare-code.ts';
import { deviceIdOf, rememberDevice } from './known-device.ts';
import { hashOf, isHashOf } from './secret-hash.ts';

export interface SignInDependencies {
  readonly flows: SignInFlows;
  readonly counters: SignInCounters;
  readonly devices: SignInDevices;
  readonly codes: SignInCodeQueue;
  readonly sessions: InsuredSessions;
  readonly limits: SignInLimits;
  readonly clock: Clock;
}

export interface SignInRequest {
  readonly registrationNumber: string;
  /** Given by who does not get a code with the number alone. */
  readonly cin?: string | undefined;
  /** Of an earlier sign-in in the same browser. */
  readonly deviceToken?: string | undefined;
  /** As CloudFront saw it. */
  readonly viewerAddress?: string | undefined;
}

export type SignInStart =
  | { readonly status: 'started'; readonly continuation: string; readonly reference: string }
  /** Too many were begun from this place. */
  | { readonly status: 'throttled' }
  /** No more codes are sent for the moment, to anyone. */
  | { readonly status: 'busy' };

export type CodeAnswer =
  | { readonly status: 'signed-in'; readonly tokens: SessionTokens; readonly deviceToken: string }
  | { readonly status: 'wrong-code'; readonly continuation: string }
  | { readonly status: 'refused' }
  | { readonly status: 'throttled' };

/** Answers of the same moment that come between each other's reading and writing. */
const WRITES_TRIED = 5;

/**
 * Begins a sign-in. Nothing here looks whether the number is insured, so neither the answer nor its time can tell: the code is
 * sent apart from it, if there is anyone to send it to.
 */
export async function startSignIn(request: SignInRequest, deps: SignInDependencies): Promise<SignInStart> {
  const { flows, counters, codes, limits, clock } = deps;
  const now = clock();
  const { registrationNumber, cin } = request;
  const deviceId = await knownDevice(request, deps);
  const from = { deviceId, source: sourceOf(request.viewerAddress) };
  if ((await counters.take(startCounters(from, limits, now))) === 'full') return { status: 'throttled' };
  if (!(await hasRoom({ deviceId, cin }, now, deps))) return { status: 'busy' };
  const flowId = randomBytes(32).toString('base64url');
  const reference = String(randomInt(100, 1000));
  await flows.begin(beginFlow({ flowId, reference, registrationNumber, cin, deviceId }, now));
  await codes.sendSignInCode({ flowId });
  return { status: 'started', continuation: flowId, reference };
}

/** Whether codes are sent at all for the moment, to people who are recognised as this one may be. */
async function hasRoom(
  given: Pick<SignInFlow, 'deviceId' | 'cin'>,
  now: Date,
  { counters, limits }: Pick<SignInDependencies, 'counters' | 'limits'>,
): Promise<boolean> {
  for (const recognition of recognitionsOf(given))
    if (!(await counters.areFull(budgetCounters(recognition, limits, now)))) return true;
  return false;
}

async function knownDevice(
  { deviceToken, registrationNumber }: SignInRequest,
  { devices }: Pick<SignInDependencies, 'devices'>,
): Promise<string | undefined> {
  if (deviceToken === undefined) return undefined;
  const deviceId = deviceIdOf(deviceToken);
  return (await devices.numbersOf(deviceId)).includes(registrationNumber) ? deviceId : undefined;
}

/**
 * Answers with the code. A sign-in is for the number it was begun with: answered with another one it is refused, whether that one
 * is insured or not. A wrong code is answered in the same way for every number.
 */
export async function answerCode(
  answer: {
    readonly registrationNumber: string;
    readonly continuation: string;
    readonly code: string;
    readonly deviceToken?: string | undefined;
  },
  deps: Pick<SignInDependencies, 'flows' | 'devices' | 'sessions' | 'clock'>,
): Promise<CodeAnswer> {
  const pass = randomBytes(32).toString('base64url');
  const flow = await keepAnswer(answer, hashOf(pass), deps);
  if (flow === undefined) return { status: 'refused' };
  if (flow.passHash !== hashOf(pass))
    return flow.triesLeft > 0 ? { status: 'wrong-code', continuation: flow.flowId } : { status: 'refused' };
  const session: SessionResult = await deps.sessions.begin(flow.registrationNumber, `${flow.flowId}.${pass}`);
  if (session.status !== 'signed-in') return session;
  if (isSpareCode(answer.code)) await spendSpareCode(answer, deps);
  return { ...session, deviceToken: await rememberDevice(answer, deps) };
}

/** @returns the sign-in as it was kept; undefined where there is nothing to answer */
async function keepAnswer(
  answer: { readonly registrationNumber: string; readonly continuation: string; readonly code: string },
  passHash: string,
  deps: Pick<SignInDependencies, 'flows' | 'clock'>,
): Promise<SignInFlow | undefined> {
  const { flows, clock } = deps;
  if (isSpareFlow(answer.continuation)) return undefined;
  for (let tried = 0; tried < WRITES_TRIED; tried += 1) {
    const before = await flows.find(answer.continuation);
    if (before === undefined || !isOpen(before, clock())) return undefined;
    if (before.registrationNumber !== answer.registrationNumber) return undefined;
    const isRight = isSpareCode(answer.code)
      ? await isRightSpareCode(answer, deps)
      : isHashOf(answer.code, before.code);
    const after = answered(before, { isRight, passHash });
    if ((await flows.replace(before, after)) === 'applied') return after;
  }
  return undefined;
}

/** Whether it is the code that the phone of this number got for any of its sign-ins. Whether there is one, nothing tells. */
async function isRightSpareCode(
  { registrationNumber, code }: { readonly registrationNumber: string; readonly code: string },
  { flows, clock }: Pick<SignInDependencies, 'flows' | 'clock'>,
): Promise<boolean> {
  const spare = await flows.find(spareFlowId(registrationNumber));
  const isRight = isHashOf(code, spare?.code);
  return isRight && spare !== undefined && isOpen(spare, clock());
}

/** Once it opened a session; where the pool was too busy for one, it is good again. */
async function spendSpareCode(
  { registrationNumber, code }: { readonly registrationNumber: string; readonly code: string },
  { flows }: Pick<SignInDependencies, 'flows'>,
): Promise<void> {
  const spare = await flows.find(spareFlowId(registrationNumber));
  // One that came since is another code, and stays.
  if (spare !== undefined && isHashOf(code, spare.code))
    await flows.replace(spare, { ...spare, version: spare.version + 1, isUsed: true });
}
