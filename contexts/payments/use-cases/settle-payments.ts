import {
  type Claim,
  type ClaimPayment,
  type ClaimStore,
  paymentsOf,
  type PeoplesCommand,
  type SettledPayment,
  type Settlement,
  waitingPayment,
  type WhyNot,
} from '#claims';
import {
  accountOn,
  isAccountChanging,
  isSameFamily,
  providerAccountOn,
  type RegistryReader,
} from '#registry';
import { type Clock, dayInMorocco, isValidRib, type Staff } from '#shared';
import type { SettleAction } from '../api/payments.ts';
import { waitsAfterDeath, whyNot } from '../domain/decide-payment.ts';

export interface SettlePaymentsDependencies {
  readonly claims: Pick<ClaimStore, 'find' | 'movePayment'>;
  readonly registry: Pick<RegistryReader, 'findPersonFile' | 'findProviderAccounts'>;
  readonly clock: Clock;
}

export interface SettlePayment {
  readonly claimId: string;
  readonly action: SettleAction;
  /** The claim as it was shown; left out where nobody looked at it before. */
  readonly version?: number | undefined;
  /** Which payment of the claim; needed where there are two, and nobody looked at them before. */
  readonly settlement?: Settlement | undefined;
  /** Of `settle-paid`: which order was paid, where several are in question. */
  readonly order?: number | undefined;
  /** Why, for the record. */
  readonly reason?: string | undefined;
}

/** Why nothing was done. */
export type NotSettled =
  | WhyNot
  | 'CLAIM_UNKNOWN'
  /** The claim has two payments: which one is meant has to be said. */
  | 'PAYMENT_NOT_NAMED'
  /** The payment was moved since it was shown, or at the same moment. */
  | 'PAYMENT_CHANGED'
  /** No valid account is on file, or it is being changed. */
  | 'ACCOUNT_NOT_READY'
  /** Nobody settles the payments of their own family. */
  | 'OWN_CLAIM';

/** Someone who settles payments: an account of the console, or of the machine that the command line runs on. */
export type Settler = Pick<Staff, 'userId' | 'registrationNumber'>;

/** Moves the payment of a claim that waits for people as one of them says, or tells why it cannot be moved so. */
export async function settlePayment(
  said: SettlePayment,
  settler: Settler,
  dependencies: SettlePaymentsDependencies,
): Promise<'done' | NotSettled> {
  const claim = await dependencies.claims.find(said.claimId);
  if (claim === undefined) return 'CLAIM_UNKNOWN';
  if (said.version !== undefined && said.version !== claim.version) return 'PAYMENT_CHANGED';
  const { settlement } = settledPayment(claim) ?? {};
  const isNamed = said.version !== undefined || said.settlement !== undefined;
  if (!isNamed && paymentsOf(claim).length > 1) return 'PAYMENT_NOT_NAMED';
  if (said.settlement !== undefined && said.settlement !== settlement) return 'NOT_WAITING_FOR_IT';
  const command = await commandFor(said, claim, settler, dependencies);
  if (typeof command === 'string') return command;
  const about = { settlement, reason: said.reason };
  const { result } = await dependencies.claims.movePayment(claim, command, about);
  return result === 'applied' ? 'done' : 'PAYMENT_CHANGED';
}

/** The payment of a claim that people say something of: the one that waits, else one that they closed after a death. */
export const settledPayment = (claim: Claim): SettledPayment | undefined =>
  waitingPayment(claim) ?? paymentsOf(claim).find(({ payment }) => waitsAfterDeath(payment));

/** What an action asks of the payment of a claim that waits for people now, or why it is not open to this person. */
export async function commandFor(
  { action, order }: Pick<SettlePayment, 'action' | 'order'>,
  claim: Claim,
  settler: Settler,
  dependencies: Omit<SettlePaymentsDependencies, 'claims'>,
): Promise<PeoplesCommand | NotSettled> {
  const payment = settledPayment(claim)?.payment;
  if (payment === undefined) return 'NOT_WAITING_FOR_IT';
  const isOfFamily = (number: string | undefined): Promise<boolean> =>
    areOneFamily(settler.registrationNumber, number, dependencies);
  if (await isOfFamily(claim.registrationNumber)) return 'OWN_CLAIM';
  // Two accounts of one person, or of one family, are not two people.
  if (isSecondWord(action, payment) && (await isOfFamily(payment.settledByNumber)))
    return 'OTHER_PERSON_NEEDED';
  const by = settler.userId;
  const allowed = (command: PeoplesCommand): PeoplesCommand | NotSettled =>
    whyNot(payment, command) ?? command;
  switch (action) {
    case 'settle-paid':
      return allowed({ kind: 'settle', as: 'paid', by, order });
    case 'settle-not-paid':
      return allowed({ kind: 'settle', as: 'not-paid', by, registrationNumber: settler.registrationNumber });
    case 'close-after-death':
      return allowed({
        ...{ kind: 'after-death', as: 'close', by },
        registrationNumber: settler.registrationNumber,
      });
    case 'pay-after-death': {
      if (!waitsAfterDeath(payment)) return 'NOT_WAITING_FOR_IT';
      const rib = await readyAccount(claim, payment, dependencies);
      if (rib === undefined) return 'ACCOUNT_NOT_READY';
      return allowed({
        ...{ kind: 'after-death', as: 'pay', by, to: { rib, payeeInpe: payment.payeeInpe } },
        registrationNumber: settler.registrationNumber,
      });
    }
    case 'ask-account':
      return allowed({ kind: 'ask-for-account', by });
    case 'order-again': {
      // Both need a refused payment and the same person; only this one an account.
      const refusal = whyNot(payment, { kind: 'ask-for-account', by });
      if (refusal !== undefined) return refusal;
      const rib = await readyAccount(claim, payment, dependencies);
      const { payeeInpe } = payment;
      return rib === undefined ? 'ACCOUNT_NOT_READY' : allowed({ kind: 'order-again', rib, payeeInpe, by });
    }
  }
}

/** Whether somebody else has to say this than who said the word before. */
function isSecondWord(action: SettleAction, { saidAfterDeath }: ClaimPayment): boolean {
  if (action === 'pay-after-death') return saidAfterDeath === 'pay';
  if (action === 'close-after-death') return saidAfterDeath === 'close';
  return action !== 'settle-paid';
}

/** Whether two registration numbers are those of one person, or of one family as far as the registry tells. */
async function areOneFamily(
  own: string | undefined,
  number: string | undefined,
  { registry }: Pick<SettlePaymentsDependencies, 'registry'>,
): Promise<boolean> {
  if (own === undefined || number === undefined) return false;
  if (own === number) return true;
  const [one, other] = await Promise.all([registry.findPersonFile(own), registry.findPersonFile(number)]);
  return one !== undefined && other !== undefined && isSameFamily(one, other);
}

/** The account that an order of a payment made now would go to; undefined where none is in order. */
export async function readyAccount(
  { registrationNumber }: Claim,
  { payeeInpe }: Pick<ClaimPayment, 'payeeInpe'>,
  { registry, clock }: Pick<SettlePaymentsDependencies, 'registry' | 'clock'>,
): Promise<string | undefined> {
  const today = dayInMorocco(clock());
  if (payeeInpe !== undefined) {
    const account = providerAccountOn(await registry.findProviderAccounts(payeeInpe), today);
    return account.kind === 'account' ? account.rib : undefined;
  }
  const file = registrationNumber && (await registry.findPersonFile(registrationNumber));
  if (!file || isAccountChanging(file, today)) return undefined;
  const rib = accountOn(file, today)?.rib;
  return rib !== undefined && isValidRib(rib) ? rib : undefined;
}
