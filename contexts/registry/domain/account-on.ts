import type { Account } from '../records/registry-records.ts';
import type { PersonFile } from './person-file.ts';

/**
 * The account on file on a day (ISO date); the one that was opened last where several are. One that was asked for counts from
 * the day it takes effect, unless it was cancelled.
 */
export function accountOn({ accounts }: PersonFile, day: string): Account | undefined {
  return accounts
    .filter(({ from, to, change }) => {
      const isCancelled = change?.cancelledAt !== undefined;
      return !isCancelled && from <= day && (to === undefined || day <= to);
    })
    .toSorted((a, b) => (openedAt(a) < openedAt(b) ? 1 : -1))[0];
}

/** Of two accounts of one day, the one that was asked for later. */
const openedAt = ({ from, change }: Account): string => `${from}#${change?.requestedAt ?? ''}`;
