import type { Account } from '../records/registry-records.ts';
import type { PersonFile } from './person-file.ts';

/** Whether the insured person had died by a day (ISO date). */
export const isDeceasedOn = ({ person: { deceasedOn } }: PersonFile, day: string): boolean =>
  deceasedOn !== undefined && deceasedOn <= day;

/**
 * The account on file on a day (ISO date); the one that was opened last where several are. One that was asked for counts from
 * the day it takes effect, unless it was cancelled. From the day of death on it is that of a survivor or heir, never that of the
 * dead person: the bank may have closed it, and whoever can use it need not be who the money belongs to.
 */
export function accountOn(file: PersonFile, day: string): Account | undefined {
  const isDeceased = isDeceasedOn(file, day);
  return file.accounts
    .filter(({ from, to, change, heldBy }) => {
      const isCancelled = change?.cancelledAt !== undefined;
      const isOfPayee = isDeceased === (heldBy !== undefined);
      return isOfPayee && !isCancelled && from <= day && (to === undefined || day <= to);
    })
    .toSorted((a, b) => (openedAt(a) < openedAt(b) ? 1 : -1))[0];
}

/** Whether an account is that of a survivor or heir, on file on a day (ISO date). */
export const isHeirsAccountOn = ({ accounts }: PersonFile, rib: string, day: string): boolean =>
  accounts.some(
    (account) =>
      account.rib === rib &&
      account.heldBy !== undefined &&
      account.change?.cancelledAt === undefined &&
      account.from <= day &&
      (account.to === undefined || day <= account.to),
  );

/** Of two accounts of one day, the one that was asked for later. */
const openedAt = ({ from, change }: Account): string => `${from}#${change?.requestedAt ?? ''}`;
