import { Temporal } from 'temporal-polyfill';
import { dayInMorocco } from '#shared';
import type { Account } from '../records/registry-records.ts';
import { isDeceasedOn } from './account-on.ts';
import type { PersonFile } from './person-file.ts';

/**
 * A bank account that an insured person asks for takes effect after some days, in which the holder of the phone on file can
 * object; payments wait until then and for some days more. Whoever has stolen a phone or a session therefore gets no money
 * before the rightful person has been told, and has had time.
 */

export type AskedAccount = Account & { readonly change: NonNullable<Account['change']> };

/** Days of the settings; see the stage. */
export interface ChangeSettings {
  /** From the request until the account takes effect. */
  readonly delayDays: number;
  /** From then until payments leave again. */
  readonly holdDays: number;
}

/** The account as it is asked for, with its days. */
export function planAccountChange(
  asked: Pick<Account, 'registrationNumber' | 'rib'> & {
    readonly changeId: string;
    readonly requestedAt: Date;
  },
  { delayDays, holdDays }: ChangeSettings,
): AskedAccount {
  const { registrationNumber, rib, changeId, requestedAt } = asked;
  const from = Temporal.PlainDate.from(dayInMorocco(requestedAt)).add({ days: delayDays });
  return {
    type: 'account',
    registrationNumber,
    rib,
    from: from.toString(),
    change: {
      changeId,
      requestedAt: requestedAt.toISOString(),
      paymentsFrom: from.add({ days: holdDays }).toString(),
    },
  };
}

/**
 * The change that holds payments on a day (ISO date): asked for, not cancelled, and its days not yet over. What somebody asked for
 * who has died since holds nothing: no money goes there.
 */
export function openChange(file: PersonFile, day: string): AskedAccount | undefined {
  if (isDeceasedOn(file, day)) return undefined;
  return file.accounts
    .filter(isAsked)
    .find(({ change }) => change.cancelledAt === undefined && day < change.paymentsFrom);
}

/** Each tells the phone on file when it is asked for and when it is cancelled. */
const CHANGES_A_DAY = 2;

/** Whether a person has asked for as many changes on a day (ISO date) as they may, cancelled ones among them. */
export const hasChangesOfDay = ({ accounts }: PersonFile, day: string): boolean =>
  accounts.filter(isAsked).filter(({ change }) => dayInMorocco(new Date(change.requestedAt)) === day)
    .length >= CHANGES_A_DAY;

/** Whether payments to a person wait on a day because the account is being changed. */
export const isAccountChanging = (file: PersonFile, day: string): boolean =>
  openChange(file, day) !== undefined;

/** Until the account takes effect. */
export const canBeCancelled = ({ from, change }: AskedAccount, day: string): boolean =>
  change.cancelledAt === undefined && day < from;

const isAsked = (account: Account): account is AskedAccount => account.change !== undefined;
