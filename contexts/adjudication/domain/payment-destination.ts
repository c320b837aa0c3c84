import type { Finding, PaymentDestination } from '#claims';
import type { CareForm } from '#reading';
import { accountOn, isAccountChanging, isDeceasedOn, type PersonFile } from '#registry';
import { isValidRib } from '#shared';

/**
 * Where the money goes: the account on file on the day of the decision, if its RIB is right, else it is held; held too
 * while the person is changing the account. Never to a RIB of the form, which may be anyone's; nor to the account of somebody who has
 * died, whatever was set aside: to that of a survivor or heir, once it is on file.
 */
export function paymentDestination(file: PersonFile, decidedOn: string): PaymentDestination {
  if (isAccountChanging(file, decidedOn)) return { kind: 'held', reason: 'ACCOUNT_CHANGING' };
  const account = accountOn(file, decidedOn);
  if (account === undefined)
    return {
      kind: 'held',
      reason: isDeceasedOn(file, decidedOn) ? 'ACCOUNT_OF_DECEASED' : 'ACCOUNT_MISSING',
    };
  return isValidRib(account.rib)
    ? { kind: 'account', rib: account.rib }
    : { kind: 'held', reason: 'ACCOUNT_INVALID' };
}

/** What there is to say of the account, without saying it: none changes what is decided. */
export function checkAccount(form: CareForm, file: PersonFile, decidedOn: string): readonly Finding[] {
  const destination = paymentDestination(file, decidedOn);
  if (destination.kind === 'held') return [{ kind: 'signal', code: destination.reason }];
  const rib = form.rib?.value;
  const isOther = rib !== undefined && isValidRib(rib) && rib !== destination.rib;
  return isOther ? [{ kind: 'signal', code: 'RIB_DIFFERS_FROM_ACCOUNT', field: 'rib' }] : [];
}
