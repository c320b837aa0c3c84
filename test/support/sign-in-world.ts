import type { Person } from '../../contexts/registry/records/registry-records.ts';
import { answerCode, startSignIn, type SignInRequest } from '../../contexts/portal/use-cases/sign-in.ts';
import { sendCode, type SendCodeOutcome } from '../../contexts/portal/use-cases/sign-in-codes.ts';
import { spendPass } from '../../contexts/portal/use-cases/sign-in-pass.ts';
import type { SignInLimits } from '../../contexts/portal/domain/sign-in-limits.ts';
import type { SessionResult } from '../../contexts/portal/ports/insured-sign-in.ts';
import type { SmsSender } from '../../contexts/shared/ports/sms-sender.ts';
import {
  MemorySignInCounters,
  MemorySignInDevices,
  MemorySignInFlows,
  smallLimits,
} from './memory-sign-in.ts';
import { personFile } from './person-files.ts';

const { person } = personFile();

/** Two who are insured and have a telephone. */
export const INSURED = person.registrationNumber;
export const ALSO_INSURED = '184203957';
/** Two whom nobody knows. */
export const UNKNOWN = ['999999999', '999999998'] as const;
export const CIN = person.cin ?? '';

export interface SignInWorldOptions {
  readonly limits?: Partial<SignInLimits>;
  /** What else is known of the insured. */
  readonly person?: Partial<Person>;
  readonly sms?: SmsSender;
}

/** The sign-in with a queue that is processed when it is said so, telephones, and a pool that believes a pass as Cognito does. */
export function signInWorld(options: SignInWorldOptions = {}) {
  const limits = { ...smallLimits, ...options.limits };
  const texts: { readonly phone: string; readonly code: string }[] = [];
  const queued: string[] = [];
  const lookedUp: string[] = [];
  const passes: string[] = [];
  let now = Date.parse('2026-11-20T09:00:00.000Z');
  let paceCount = 0;
  let isPoolThrottled = false;
  const clock = () => new Date(now);
  const kept = {
    flows: new MemorySignInFlows(),
    counters: new MemorySignInCounters(),
    devices: new MemorySignInDevices(),
  };
  const sms: SmsSender = {
    send: (phone, text) => {
      texts.push({ phone, code: (/(\d{4} ){3}\d{4}|\d{6}/.exec(text)?.[0] ?? '').replaceAll(' ', '') });
      return Promise.resolve('id');
    },
  };
  const deps = {
    ...kept,
    limits,
    clock,
    sms: options.sms ?? sms,
    pace: () => {
      paceCount += 1;
      return Promise.resolve();
    },
    registry: {
      findPerson: (registrationNumber: string) => {
        lookedUp.push(registrationNumber);
        const isKnown = [INSURED, ALSO_INSURED].includes(registrationNumber);
        return Promise.resolve(isKnown ? { ...person, ...options.person, registrationNumber } : undefined);
      },
    },
    codes: {
      sendSignInCode: ({ flowId }: { readonly flowId: string }) => {
        queued.push(flowId);
        return Promise.resolve();
      },
    },
    sessions: {
      begin: async (registrationNumber: string, pass: string): Promise<SessionResult> => {
        if (isPoolThrottled) return { status: 'throttled' };
        passes.push(pass);
        return (await spendPass(registrationNumber, pass, { flows: kept.flows, clock }))
          ? { status: 'signed-in', tokens: { idToken: registrationNumber, expiresInSeconds: 900 } }
          : { status: 'refused' };
      },
      refresh: (): Promise<SessionResult> => Promise.resolve({ status: 'refused' }),
      signOut: () => Promise.resolve(),
    },
  };
  /** Sends all codes that were asked for. */
  const work = async (): Promise<readonly SendCodeOutcome[]> => {
    const outcomes: SendCodeOutcome[] = [];
    for (const flowId of queued.splice(0)) outcomes.push(await sendCode(flowId, deps));
    return outcomes;
  };
  const start = (registrationNumber: string, more: Partial<SignInRequest> = {}) =>
    startSignIn({ registrationNumber, viewerAddress: '196.200.1.1', ...more }, deps);
  /** Begins a sign-in and has its code sent. */
  const begin = async (registrationNumber: string, more: Partial<SignInRequest> = {}) => {
    const started = await start(registrationNumber, more);
    const before = texts.length;
    const [outcome] = await work();
    return {
      flow: started.status === 'started' ? started.continuation : '',
      outcome,
      code: texts[before]?.code,
    };
  };
  const answer = (registrationNumber: string, continuation: string, code: string, deviceToken?: string) =>
    answerCode({ registrationNumber, continuation, code, deviceToken }, deps);
  /** Begins and answers as the holder of the phone does. */
  const enter = async (registrationNumber: string, more: Partial<SignInRequest> = {}) => {
    const { flow, code = '' } = await begin(registrationNumber, more);
    return answer(registrationNumber, flow, code, more.deviceToken);
  };
  return {
    deps,
    texts,
    lookedUp,
    passes,
    paces: () => paceCount,
    start,
    work,
    begin,
    answer,
    enter,
    later: (seconds: number) => (now += seconds * 1000),
    throttlePool: (isThrottled: boolean) => (isPoolThrottled = isThrottled),
  };
}

/** A code that is certainly another one. */
export const wrongOf = (code: string | undefined): string => (code === '000000' ? '000001' : '000000');
