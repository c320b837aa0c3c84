import * as z from 'zod';
import type { Person } from '#registry';
import type { SignInFlow } from './sign-in-flow.ts';
import type { SignInSource } from './sign-in-source.ts';

const windows = [
  { name: 'perMinute', seconds: 60 },
  { name: 'perHour', seconds: 3600 },
  { name: 'perDay', seconds: 86_400 },
] as const;

const hourAndDay = z.strictObject({ perHour: z.int().min(1), perDay: z.int().min(1) });
const minuteHourAndDay = hourAndDay.extend({ perMinute: z.int().min(1) });

/** How much is asked for and sent before a sign-in of the insured is refused or stays without a code. */
export const signInLimitsSchema = z.strictObject({
  /** Codes for one number, apart from each other: whoever uses up one of them leaves the others as they are. */
  codesPerNumber: z.strictObject({
    /** Begun by whoever knows the number and no more. */
    byStrangers: hourAndDay,
    /** Begun with the right CIN beside the number. */
    withCin: hourAndDay,
    /** Begun on a device on which this person signed in before; for each such device. */
    perKnownDevice: hourAndDay,
    /** Sent where those with the CIN are used up, to open any sign-in of the number. */
    spare: hourAndDay,
  }),
  /** Codes that could not be delivered count for nothing else; no more of them are tried for a number. */
  undeliveredCodesPerHour: z.int().min(1),
  /**
   * SMS with codes in all, apart from each other too. Whoever has a list of numbers, even with their CIN, cannot use up what is
   * kept for people on their own devices.
   */
  codesInAll: z.strictObject({
    toStrangers: minuteHourAndDay,
    withCin: minuteHourAndDay,
    toKnownDevices: minuteHourAndDay,
  }),
  /** Sign-ins begun from one address: of IPv4, or a /64 of IPv6. */
  startsPerSource: minuteHourAndDay,
  /** From one /48 of IPv6, which is what a single customer may be given. */
  startsPerWideSource: minuteHourAndDay,
  /** On one device, by people who signed in on it before: instead of those of its address, which others may have used up. */
  startsPerKnownDevice: minuteHourAndDay,
});
export type SignInLimits = z.infer<typeof signInLimitsSchema>;

/** Counts one thing in one minute, hour or day. */
export interface SignInCounter {
  readonly key: string;
  readonly limit: number;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** By what a person is distinguished from someone who only knows their number. */
type Recognition = 'device' | 'cin' | 'stranger';

/** For what a code is sent. */
type CodePurpose = Recognition | 'spare';

/** As what someone may be recognised who gives these; whose allowance has room is taken, best first. */
export function recognitionsOf({
  deviceId,
  cin,
}: Pick<SignInFlow, 'deviceId' | 'cin'>): readonly Recognition[] {
  return [
    ...(deviceId === undefined ? [] : (['device'] as const)),
    ...(cin === undefined ? [] : (['cin'] as const)),
    'stranger',
  ];
}

/** As what the one who began a sign-in is recognised, now that it is known who the person is. */
export const recognitionsFor = (flow: SignInFlow, person: Person): readonly Recognition[] =>
  recognitionsOf({ deviceId: flow.deviceId, cin: flow.cin === person.cin ? flow.cin : undefined });

/** What one code for a number takes. */
export interface CodeCounters {
  /** Of the number's own allowance, and of all SMS with codes; given back where the code could not be delivered. */
  readonly sent: readonly SignInCounter[];
  /** Tries to send, whatever becomes of them. */
  readonly tried: readonly SignInCounter[];
}

/** The counters that a code has to find room in. */
export function codeCounters(
  { registrationNumber, deviceId = '' }: SignInFlow,
  purpose: CodePurpose,
  limits: SignInLimits,
  now: Date,
): CodeCounters {
  const { byStrangers, withCin, perKnownDevice, spare } = limits.codesPerNumber;
  const allowed = { stranger: byStrangers, cin: withCin, device: perKnownDevice, spare }[purpose];
  const subject = `${registrationNumber}#${purpose}#${purpose === 'device' ? deviceId : ''}`;
  const budget = budgetCounters(purpose === 'spare' ? 'cin' : purpose, limits, now);
  return {
    sent: [...countersOf(`CODES#${subject}`, allowed, now), ...budget],
    tried: countersOf(`TRIED#${subject}`, { perHour: allowed.perHour + limits.undeliveredCodesPerHour }, now),
  };
}

/** All SMS with codes that people get who are recognised in this way. */
export function budgetCounters(
  recognition: Recognition,
  { codesInAll }: SignInLimits,
  now: Date,
): readonly SignInCounter[] {
  const { toStrangers, withCin, toKnownDevices } = codesInAll;
  const allowed = { stranger: toStrangers, cin: withCin, device: toKnownDevices }[recognition];
  return countersOf(`ALL#${recognition}`, allowed, now);
}

/** What one sign-in takes of where it is begun: of its device where that is known, else of its address. */
export function startCounters(
  from: { readonly source: SignInSource; readonly deviceId: string | undefined },
  limits: SignInLimits,
  now: Date,
): readonly SignInCounter[] {
  if (from.deviceId !== undefined)
    return countersOf(`STARTS#DEVICE#${from.deviceId}`, limits.startsPerKnownDevice, now);
  const { narrow, wide } = from.source;
  return [
    ...countersOf(`STARTS#SOURCE#${narrow}`, limits.startsPerSource, now),
    ...(wide === undefined ? [] : countersOf(`STARTS#WIDE#${wide}`, limits.startsPerWideSource, now)),
  ];
}

function countersOf(
  subject: string,
  allowed: Partial<Record<(typeof windows)[number]['name'], number>>,
  now: Date,
): readonly SignInCounter[] {
  return windows.flatMap(({ name, seconds }) => {
    const limit = allowed[name];
    if (limit === undefined) return [];
    const window = Math.floor(now.getTime() / 1000 / seconds);
    return [{ key: `${subject}#${name}#${window}`, limit, expiresAt: (window + 1) * seconds }];
  });
}
