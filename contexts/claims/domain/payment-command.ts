import type { SettledAs } from '#events';
import type { AfterDeath, ClaimPayment } from './claim.ts';

export type DisputeReason =
  /** Two statements on one payment that cannot both be true. */
  | 'CONFLICTING_STATUSES'
  /** The bank's order has another amount, account or sum than ours. */
  | 'AMOUNT_DIFFERS'
  | 'ACCOUNT_DIFFERS'
  | 'CONTROL_SUM_DIFFERS'
  /** One statement names two payments. */
  | 'TWO_PAYMENTS_NAMED';

/** What the bank says of one order to pay. */
export type BankStatement = GoodStatement | BadStatement | DisputedStatement;

interface OfOrder {
  readonly attempt: number;
  /** ISO instant at which the bank said it; undefined where it does not say when. */
  readonly saidAt: string | undefined;
}
export interface GoodStatement extends OfOrder {
  readonly kind: 'accepted' | 'paid';
}
export interface BadStatement extends OfOrder {
  readonly kind: 'returned' | 'refused';
  /** Reason code of the bank. */
  readonly reason: string;
  /** The bank says that whoever has the account has died. */
  readonly isOfDeceased?: boolean | undefined;
}
interface DisputedStatement extends OfOrder {
  readonly kind: 'disputed';
  readonly because: DisputeReason;
}

/** An account, and whose it is: money goes to no other's. */
export interface AccountOnFile {
  readonly rib: string;
  /** INPE of the establishment that has it; absent where the insured has. */
  readonly payeeInpe?: string | undefined;
}

export type PaymentCommand =
  /** The account of whoever is paid is in order (again). */
  | ({ readonly kind: 'release' } & AccountOnFile)
  | { readonly kind: 'apply-statement'; readonly statement: BankStatement }
  /** It cannot be written into an order: it waits for people, and keeps nobody else's money. */
  | { readonly kind: 'take-out' }
  /** Whoever is paid has died: nothing leaves before people have looked. Of an order only before it is written, by its batch. */
  | { readonly kind: 'hold-for-death'; readonly batchId?: string | undefined }
  /** People of the fund found out why the bank refused: the same account is in order, or another one is wanted. */
  | ({ readonly kind: 'order-again'; readonly by: string } & AccountOnFile)
  | { readonly kind: 'ask-for-account'; readonly by: string }
  /** People looked into a death: one says what becomes of the money, and somebody else says the same. */
  | {
      readonly kind: 'after-death';
      readonly as: AfterDeath;
      readonly by: string;
      /** The number of that person, where they are insured. */
      readonly registrationNumber?: string | undefined;
      /** Of `pay`: where it would go, and whose account that is. */
      readonly to?: AccountOnFile | undefined;
    }
  /** The bank told people of the fund what became of a disputed payment. */
  | {
      readonly kind: 'settle';
      readonly as: 'paid' | 'not-paid';
      readonly by: string;
      /** The number of that person, where they are insured. */
      readonly registrationNumber?: string | undefined;
      /** Which order was paid, where the bank contradicts itself about several. */
      readonly order?: number | undefined;
    };

/** What people of the fund do about a payment, beside those that Milaf does by itself. */
export type PeoplesCommand = Extract<PaymentCommand, { readonly by: string }>;

/** Why a payment may not be moved so by this person. */
export type WhyNot =
  /** It is not in the state in which this can be said of it. */
  | 'NOT_WAITING_FOR_IT'
  /** This person said the first word on it: that disputed money was not paid, or what becomes of it after a death. */
  | 'OTHER_PERSON_NEEDED'
  /** Money came back from that account before. */
  | 'ACCOUNT_CAME_BACK'
  /** Several orders are in question: which one was paid has to be said. */
  | 'ORDER_NOT_NAMED';

/** What happened to a payment, without the ids of its claim. */
export type PaymentEvent =
  | { readonly type: 'payment.released.v1'; readonly attempt: number; readonly by?: string }
  | { readonly type: 'payment.accepted.v1' | 'payment.paid.v1'; readonly attempt: number }
  | {
      readonly type: 'payment.returned.v1' | 'payment.refused.v1' | 'payment.disputed.v1';
      readonly attempt: number;
      readonly reason: string;
      readonly by?: string;
    }
  | {
      readonly type: 'payment.settled.v1';
      readonly attempt: number;
      readonly as: SettledAs;
      readonly by: string;
    };

/** `known`: the payment says so already, or knows better; `refused`: it may not be done (any more). */
export type PaymentDecision =
  | {
      readonly payment: ClaimPayment;
      /** Left out where nothing happened that matters to anyone: the bank said again what it had said. */
      readonly event?: PaymentEvent;
    }
  | 'known'
  | 'refused';
