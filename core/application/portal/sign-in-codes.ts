import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Person } from '../../contracts/registry-records.ts';
import { registrationNumberSchema } from '../../contracts/registry-records.ts';
import { portalSms } from '../../domain/messages/portal-text.ts';
import { CODE_DIGITS, issueCode, spendAttempt, withdrawCode } from '../../domain/portal/sign-in-code.ts';
import type { SignInCodes } from '../../ports/portal.ts';
import type { RegistryReader } from '../../ports/registry.ts';
import {
  MessageRefusedError,
  ProviderUnavailableError,
  type Clock,
  type SmsSender,
} from '../../ports/services.ts';

export interface SignInCodeDependencies {
  readonly registry: Pick<RegistryReader, 'findPerson'>;
  readonly codes: SignInCodes;
  readonly sms: SmsSender;
  readonly clock: Clock;
}

export type SendCodeOutcome = 'sent' | 'nobody' | 'too-many' | 'not-delivered';

/** Attempts of the same second that come between each other's reading and writing. */
const WRITES_TRIED = 5;

/** The phone that a code may go to; a file whose holder has died is closed. */
export const phoneForCodes = (person: Person | undefined): string | undefined =>
  person?.deceasedOn === undefined ? person?.phone : undefined;

/**
 * Sends a code to the phone on file. Whoever asks is never told what became of it: whether a number is insured, has a phone,
 * or has had its codes for this hour is nobody's business.
 */
export async function sendCode(
  userName: string,
  { registry, codes, sms, clock }: SignInCodeDependencies,
): Promise<SendCodeOutcome> {
  const number = registrationNumberSchema.safeParse(userName);
  if (!number.success) return 'nobody';
  const person = await registry.findPerson(number.data);
  const phone = phoneForCodes(person);
  if (person === undefined || phone === undefined) return 'nobody';
  const code = randomInt(0, 10 ** CODE_DIGITS)
    .toString()
    .padStart(CODE_DIGITS, '0');
  const salt = randomBytes(16).toString('hex');
  const before = await codes.find(number.data);
  const after = issueCode(before, { salt, hash: hashOf(code, salt) }, clock());
  // Another request that was quicker sends its own code.
  if (after === undefined || (await codes.replace(number.data, before, after)) === 'refused')
    return 'too-many';
  try {
    await sms.send(phone, portalSms({ kind: 'sign-in-code', code }, person.language).text);
    return 'sent';
  } catch (error) {
    if (!(error instanceof ProviderUnavailableError) && !(error instanceof MessageRefusedError)) throw error;
    // Whoever was quicker meanwhile has a code of their own: then there is nothing to take back.
    await codes.replace(number.data, after, withdrawCode(after, before, clock()));
    return 'not-delivered';
  }
}

/** Whether it is the newest code that this person was sent; each attempt counts, also those made at once. */
export async function checkCode(
  userName: string,
  code: string,
  { codes, clock }: Pick<SignInCodeDependencies, 'codes' | 'clock'>,
): Promise<boolean> {
  const number = registrationNumberSchema.safeParse(userName);
  if (!number.success) return false;
  for (let tried = 0; tried < WRITES_TRIED; tried += 1) {
    const before = await codes.find(number.data);
    const isRight = before !== undefined && isSame(hashOf(code, before.salt), before.hash);
    const after = spendAttempt(before, isRight, clock());
    if (after === undefined) return false;
    if ((await codes.replace(number.data, before, after)) === 'applied') return isRight;
  }
  return false;
}

const hashOf = (code: string, salt: string): string =>
  createHash('sha256').update(`${salt}:${code}`).digest('hex');

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
