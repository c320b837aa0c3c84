import type { StaffRole } from '#shared';

export interface ListedAccount {
  readonly userName: string;
  readonly roles: readonly StaffRole[];
  /** Of an agency clerk. */
  readonly channelId?: string | undefined;
  /** Removed accounts stay, because audit records name them, and nobody else may get their name. */
  readonly isRemoved: boolean;
  /** ISO instant. */
  readonly createdAt?: string | undefined;
}

export type RemovalRefusal =
  | { readonly because: 'UNKNOWN' | 'REMOVED_BEFORE' | 'OWN_ACCOUNT' }
  | { readonly because: 'LAST_OF_ROLE'; readonly roles: readonly StaffRole[] };

/** Cognito tells names apart by letters, not by their case. */
export const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/**
 * Why an account may not be removed; undefined where it may. Nobody removes themselves, and the last one of a role is not removed by the way:
 * without a treasurer payments stay disputed, without a supervisor claims stay in doubt.
 * @param ownNames by which the one who asks may be known
 */
export function refusalToRemove(
  userName: string,
  accounts: readonly ListedAccount[],
  { ownNames, evenTheLast }: { readonly ownNames: readonly string[]; readonly evenTheLast: boolean },
): RemovalRefusal | undefined {
  const account = accounts.find((one) => isSameName(one.userName, userName));
  if (account === undefined) return { because: 'UNKNOWN' };
  if (account.isRemoved) return { because: 'REMOVED_BEFORE' };
  if (ownNames.some((name) => isSameName(name, userName))) return { because: 'OWN_ACCOUNT' };
  const others = accounts.filter((one) => one !== account && !one.isRemoved);
  const roles = account.roles.filter((role) => !others.some((other) => other.roles.includes(role)));
  return roles.length === 0 || evenTheLast ? undefined : { because: 'LAST_OF_ROLE', roles };
}
