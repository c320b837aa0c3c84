import type { Account } from '../../contracts/registry-records.ts';
import type { PersonFile } from './person-file.ts';

/** The account on file on a day (ISO date); the one that was opened last where several are. */
export function accountOn({ accounts }: PersonFile, day: string): Account | undefined {
  return accounts
    .filter(({ from, to }) => from <= day && (to === undefined || day <= to))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
}
