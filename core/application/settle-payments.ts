import type { Claim } from '../domain/claims/claim.ts';
import { isValidRib } from '../domain/identifiers/rib.ts';
import { dayInMorocco } from '../domain/morocco-time.ts';
import type { PaymentCommand } from '../domain/payments/decide-payment.ts';
import { isAccountChanging } from '../domain/registry/account-change.ts';
import { accountOn } from '../domain/registry/account-on.ts';
import type { ClaimStore } from '../ports/claims.ts';
import type { RegistryReader } from '../ports/registry.ts';
import type { Clock } from '../ports/services.ts';

export interface SettlePaymentsDependencies {
  readonly claims: Pick<ClaimStore, 'find' | 'movePayment'>;
  readonly registry: Pick<RegistryReader, 'findPersonFile'>;
  readonly clock: Clock;
}

/** Why nothing was done. */
export type NotSettled =
  | 'CLAIM_UNKNOWN'
  /** The payment is not in the state in which this can be said of it. */
  | 'NOT_WAITING_FOR_IT'
  /** No valid account is on file, or it is being changed. */
  | 'ACCOUNT_NOT_READY';

/** Orders a payment again that the bank refused for a reason of ours, to the account now on file. */
export async function orderAgain(
  claimId: string,
  by: string,
  dependencies: SettlePaymentsDependencies,
): Promise<'done' | NotSettled> {
  const claim = await dependencies.claims.find(claimId);
  if (claim === undefined) return 'CLAIM_UNKNOWN';
  const rib = await readyAccount(claim, dependencies);
  if (rib === undefined) return 'ACCOUNT_NOT_READY';
  return move(claim, { kind: 'order-again', rib, by }, dependencies);
}

/** The account was at fault after all: the insured is asked for another one, as after a return. */
export async function askForAccount(
  claimId: string,
  by: string,
  dependencies: SettlePaymentsDependencies,
): Promise<'done' | NotSettled> {
  const claim = await dependencies.claims.find(claimId);
  return claim === undefined ? 'CLAIM_UNKNOWN' : move(claim, { kind: 'ask-for-account', by }, dependencies);
}

/** Records what the bank told people became of a disputed payment. One that was not paid can be ordered again then. */
export async function settleDispute(
  claimId: string,
  as: 'paid' | 'not-paid',
  by: string,
  dependencies: SettlePaymentsDependencies,
): Promise<'done' | NotSettled> {
  const claim = await dependencies.claims.find(claimId);
  return claim === undefined ? 'CLAIM_UNKNOWN' : move(claim, { kind: 'settle', as, by }, dependencies);
}

async function readyAccount(
  { registrationNumber }: Claim,
  { registry, clock }: SettlePaymentsDependencies,
): Promise<string | undefined> {
  const file = registrationNumber && (await registry.findPersonFile(registrationNumber));
  const today = dayInMorocco(clock());
  if (!file || isAccountChanging(file, today)) return undefined;
  const rib = accountOn(file, today)?.rib;
  return rib !== undefined && isValidRib(rib) ? rib : undefined;
}

async function move(
  claim: Claim,
  command: PaymentCommand,
  { claims }: SettlePaymentsDependencies,
): Promise<'done' | NotSettled> {
  const { result } = await claims.movePayment(claim, command);
  return result === 'applied' ? 'done' : 'NOT_WAITING_FOR_IT';
}
