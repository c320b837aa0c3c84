import { randomUUID } from 'node:crypto';
import {
  accountOn,
  canBeCancelled,
  type ChangeSettings,
  hasChangesOfDay,
  openChange,
  type PersonFile,
  planAccountChange,
} from '#registry';
import { dayInMorocco, isValidRib } from '#shared';
import type { MyAccount } from '../api/portal.ts';
import { personFile, phoneEnding, recordOwnAccess, type OwnFileDependencies } from './own-file.ts';

export interface ChangeAccountDependencies extends Pick<
  OwnFileDependencies,
  'registry' | 'ownFile' | 'accesses' | 'clock'
> {
  readonly settings: ChangeSettings;
}

export type AccountFault =
  'RIB_WRONG' | 'ACCOUNT_SAME' | 'NO_PHONE' | 'CHANGE_OPEN' | 'CHANGES_OF_DAY' | 'CHANGE_NOT_OPEN';
export type AccountResult = { readonly account: MyAccount } | { readonly fault: AccountFault };

/** @throws NotRegisteredError */
export async function showMyAccount(number: string, deps: ChangeAccountDependencies): Promise<MyAccount> {
  await recordOwnAccess(deps, number, 'showMyAccount');
  return viewAccount(await personFile(number, deps), deps);
}

/**
 * Asks for another bank account. The event of it, written with it, makes the SMS to the phone on file; without a phone nobody
 * could object, so the agency does it then.
 * @throws NotRegisteredError
 */
export async function requestAccountChange(
  number: string,
  rib: string,
  deps: ChangeAccountDependencies,
): Promise<AccountResult> {
  await recordOwnAccess(deps, number, 'requestAccountChange');
  if (!isValidRib(rib)) return { fault: 'RIB_WRONG' };
  const requestedAt = deps.clock();
  const today = dayInMorocco(requestedAt);
  const file = await personFile(number, deps);
  if (file.person.phone === undefined) return { fault: 'NO_PHONE' };
  if (openChange(file, today) !== undefined) return { fault: 'CHANGE_OPEN' };
  if (hasChangesOfDay(file, today)) return { fault: 'CHANGES_OF_DAY' };
  if (accountOn(file, today)?.rib === rib) return { fault: 'ACCOUNT_SAME' };
  const asked = planAccountChange(
    { registrationNumber: number, rib, changeId: randomUUID(), requestedAt },
    deps.settings,
  );
  if ((await deps.ownFile.requestAccount(asked)) === 'refused') return { fault: 'CHANGE_OPEN' };
  return { account: viewAccount(await personFile(number, deps), deps) };
}

/** @throws NotRegisteredError */
export async function cancelAccountChange(
  number: string,
  changeId: string,
  deps: ChangeAccountDependencies,
): Promise<AccountResult> {
  await recordOwnAccess(deps, number, 'cancelAccountChange');
  const now = deps.clock();
  const today = dayInMorocco(now);
  const open = openChange(await personFile(number, deps), today);
  if (open?.change.changeId !== changeId) return { fault: 'CHANGE_NOT_OPEN' };
  const result = await deps.ownFile.cancelAccount(open, now.toISOString(), today);
  if (result === 'refused') return { fault: 'CHANGE_NOT_OPEN' };
  return { account: viewAccount(await personFile(number, deps), deps) };
}

function viewAccount(file: PersonFile, { clock, settings }: ChangeAccountDependencies): MyAccount {
  const today = dayInMorocco(clock());
  const account = accountOn(file, today);
  const open = openChange(file, today);
  return {
    account: account && { ending: account.rib.slice(-4), from: account.from },
    change: open && {
      changeId: open.change.changeId,
      ending: open.rib.slice(-4),
      requestedAt: open.change.requestedAt,
      effectiveFrom: open.from,
      paymentsFrom: open.change.paymentsFrom,
      canBeCancelled: canBeCancelled(open, today),
    },
    ...settings,
    phoneEnding: phoneEnding(file.person),
  };
}
