import { isValidRib } from '#shared';
import type { ProviderAccount } from '../records/registry-records.ts';

/** The account that money may go to, or why it waits. */
export type PayableAccount =
  | { readonly kind: 'account'; readonly rib: string }
  | { readonly kind: 'held'; readonly reason: 'ACCOUNT_MISSING' | 'ACCOUNT_INVALID' | 'ACCOUNT_CHANGING' };

/**
 * The account of an establishment on a day (ISO date): the one that was opened last of those in force. While nobody confirmed that
 * one, payments wait: somebody says that the one before holds no more, and nobody knows yet whether that is true.
 */
export function providerAccountOn(accounts: readonly ProviderAccount[], day: string): PayableAccount {
  const account = accounts
    .filter(({ from, to }) => from <= day && (to === undefined || day <= to))
    .toSorted((one, other) => (one.from < other.from ? 1 : -1))[0];
  if (account === undefined) return { kind: 'held', reason: 'ACCOUNT_MISSING' };
  if (account.confirmed === undefined) return { kind: 'held', reason: 'ACCOUNT_CHANGING' };
  return isValidRib(account.rib)
    ? { kind: 'account', rib: account.rib }
    : { kind: 'held', reason: 'ACCOUNT_INVALID' };
}

/** The next day on which an account of the establishment takes effect by itself; undefined where none is known to. */
export function nextProviderAccountDay(
  accounts: readonly ProviderAccount[],
  day: string,
): string | undefined {
  return accounts
    .map(({ from }) => from)
    .filter((from) => from > day)
    .toSorted()[0];
}
