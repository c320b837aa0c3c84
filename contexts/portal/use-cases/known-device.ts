import { randomBytes } from 'node:crypto';
import type { Clock } from '#shared';
import type { SignInDevices } from '../ports/insured-sign-in.ts';
import { hashOf } from './secret-hash.ts';

/** How long a device is known after a sign-in on it. */
export const DEVICE_KNOWN_DAYS = 180;
const DAY_SECONDS = 86_400;

/** A family shares a telephone; a device of more people is a public one, and begins anew. */
const MOST_PEOPLE = 10;

/** What a device is known by here: whoever reads the table cannot pass for it. */
export const deviceIdOf = (deviceToken: string): string => hashOf(deviceToken);

/**
 * Notes that a person signed in on this device. A token that we did not make is not taken over: whoever put it there would know it.
 * @returns the token that the browser keeps
 */
export async function rememberDevice(
  {
    registrationNumber,
    deviceToken,
  }: { readonly registrationNumber: string; readonly deviceToken?: string | undefined },
  { devices, clock }: { readonly devices: SignInDevices; readonly clock: Clock },
): Promise<string> {
  const people = deviceToken === undefined ? [] : await devices.numbersOf(deviceIdOf(deviceToken));
  const isOurs = people.includes(registrationNumber) || (people.length > 0 && people.length < MOST_PEOPLE);
  const token = deviceToken !== undefined && isOurs ? deviceToken : randomBytes(32).toString('base64url');
  const expiresAt = Math.ceil(clock().getTime() / 1000) + DEVICE_KNOWN_DAYS * DAY_SECONDS;
  await devices.remember({ deviceId: deviceIdOf(token), registrationNumber, expiresAt });
  return token;
}
