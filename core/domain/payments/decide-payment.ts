import type { ClaimPayment, HeldReason } from '../claims/claim.ts';
import { paymentMachine } from '../claims/states.ts';
import { mayMove } from '../state-machine.ts';
import type { DisputeReason } from './payment-outcomes.ts';

/** What the bank says of one order to pay. */
export type BankStatement = GoodStatement | BadStatement | DisputedStatement;

interface OfOrder {
  readonly attempt: number;
  /** ISO instant at which the bank said it; undefined where it does not say when. */
  readonly saidAt: string | undefined;
}
interface GoodStatement extends OfOrder {
  readonly kind: 'accepted' | 'paid';
}
interface BadStatement extends OfOrder {
  readonly kind: 'returned' | 'refused';
  /** Reason code of the bank. */
  readonly reason: string;
}
interface DisputedStatement extends OfOrder {
  readonly kind: 'disputed';
  readonly because: DisputeReason;
}

export type PaymentCommand =
  /** The account of the insured is in order (again). */
  | { readonly kind: 'release'; readonly rib: string }
  | { readonly kind: 'apply-statement'; readonly statement: BankStatement }
  /** People of the fund found out why the bank refused: the same account is in order, or another one is wanted. */
  | { readonly kind: 'order-again'; readonly rib: string; readonly by: string }
  | { readonly kind: 'ask-for-account'; readonly by: string }
  /** The bank told people of the fund what became of a disputed payment. */
  | { readonly kind: 'settle'; readonly as: 'paid' | 'not-paid'; readonly by: string };

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
      readonly as: 'paid' | 'not-paid';
      readonly by: string;
    };

/** `known`: the payment says so already, or knows better; `refused`: it may not be done (any more). */
export type PaymentDecision =
  | {
      readonly payment: ClaimPayment;
      /** Left out where nothing happened that matters to anybody: the bank said again what it had said. */
      readonly event?: PaymentEvent;
    }
  | 'known'
  | 'refused';

/** What another account of the insured, or the end of a hold, releases by itself. */
export function waitsForAccount({ state, heldReason }: ClaimPayment): boolean {
  return state === 'HELD' && heldReason !== 'REFUSED_BY_BANK';
}

/** What becomes of a payment: the only place that says so. */
export function decidePayment(payment: ClaimPayment, command: PaymentCommand): PaymentDecision {
  switch (command.kind) {
    case 'release':
      return waitsForAccount(payment) && command.rib !== payment.returnedRib
        ? release(payment, command.rib)
        : 'refused';
    case 'order-again':
      return isRefused(payment) ? release(payment, command.rib, command.by) : 'refused';
    case 'ask-for-account':
      return isRefused(payment) ? askForAccount(payment, command.by) : 'refused';
    case 'settle':
      return settle(payment, command);
    case 'apply-statement':
      return applyStatement(payment, command.statement);
  }
}

const isRefused = ({ state, heldReason }: ClaimPayment): boolean =>
  state === 'HELD' && heldReason === 'REFUSED_BY_BANK';

function release(payment: ClaimPayment, rib: string, by?: string): PaymentDecision {
  const { attempt, amountCentimes, returnedRib, refusals } = payment;
  return {
    payment: { state: 'PENDING', attempt, amountCentimes, rib, returnedRib, refusals },
    event: { type: 'payment.released.v1', attempt, ...(by === undefined ? {} : { by }) },
  };
}

function askForAccount(payment: ClaimPayment, by: string): PaymentDecision {
  const { attempt, returnReason = 'NOT_GIVEN' } = payment;
  return {
    payment: {
      ...payment,
      heldReason: 'RETURNED_BY_BANK',
      returnedRib: payment.refusedRib ?? payment.returnedRib,
    },
    // The order that came back is the one before.
    event: { type: 'payment.returned.v1', attempt: attempt - 1, reason: returnReason, by },
  };
}

function settle(
  payment: ClaimPayment,
  { as, by }: Extract<PaymentCommand, { kind: 'settle' }>,
): PaymentDecision {
  if (payment.state !== 'DISPUTED') return 'refused';
  const event: PaymentEvent = { type: 'payment.settled.v1', attempt: payment.attempt, as, by };
  if (as === 'paid') {
    return { payment: { ...payment, state: 'PAID', disputedBecause: undefined }, event };
  }
  return { payment: heldAgain(payment, 'REFUSED_BY_BANK', payment.disputedBecause ?? 'NOT_GIVEN'), event };
}

/** The payment waits again. Another attempt has another id, so that no bank takes it for the first one. */
function heldAgain(
  payment: ClaimPayment,
  heldReason: HeldReason,
  reason: string,
  saidAt?: string,
): ClaimPayment {
  const { attempt, amountCentimes, rib, returnedRib, refusals = [] } = payment;
  return {
    state: 'HELD',
    attempt: attempt + 1,
    amountCentimes,
    heldReason,
    ...(heldReason === 'RETURNED_BY_BANK' ? { returnedRib: rib } : { returnedRib, refusedRib: rib }),
    returnReason: reason,
    refusals: [
      ...refusals,
      { attempt, kind: heldReason === 'RETURNED_BY_BANK' ? 'returned' : 'refused', saidAt },
    ],
  };
}

function dispute(payment: ClaimPayment, attempt: number, because: string): PaymentDecision {
  if (!mayMove(paymentMachine, payment.state, 'DISPUTED')) return 'known';
  return {
    payment: { ...payment, state: 'DISPUTED', heldReason: undefined, disputedBecause: because },
    event: { type: 'payment.disputed.v1', attempt, reason: because },
  };
}

/**
 * Answers come twice, late and in any order; what they make of the payment must not depend on it. When the bank said something
 * decides between two statements, not when it came; where it does not say when, money stays where it is.
 */
function applyStatement(payment: ClaimPayment, statement: BankStatement): PaymentDecision {
  const { attempt } = statement;
  if (payment.state === 'DISPUTED' || attempt > payment.attempt) return 'known';
  if (statement.kind === 'disputed') return dispute(payment, attempt, statement.because);
  const isEarlier = attempt < payment.attempt;
  if (isGood(statement))
    return isEarlier ? applyToEarlier(payment, statement) : applyGood(payment, statement);
  return isEarlier ? 'known' : applyBad(payment, statement);
}

const isGood = (statement: GoodStatement | BadStatement): statement is GoodStatement =>
  statement.kind === 'accepted' || statement.kind === 'paid';

/** Of an order that was refused before: that it was paid all the same cannot be, unless the bank said so earlier. */
function applyToEarlier(payment: ClaimPayment, { kind, attempt, saidAt }: GoodStatement): PaymentDecision {
  const refusal = payment.refusals?.find((one) => one.attempt === attempt);
  const refusedAt = refusal?.saidAt;
  const isDated = saidAt !== undefined && refusedAt !== undefined;
  // "In process" is what banks say before they refuse, often in the same second. What was settled is sent back only by the
  // bank of the insured.
  const isEarlier =
    kind === 'accepted'
      ? !isDated || saidAt <= refusedAt
      : refusal?.kind === 'returned' && isDated && saidAt < refusedAt;
  return isEarlier ? 'known' : dispute(payment, attempt, 'CONFLICTING_STATUSES');
}

function applyGood(payment: ClaimPayment, statement: GoodStatement): PaymentDecision {
  const { kind, attempt } = statement;
  const state = kind === 'paid' ? 'PAID' : 'ACCEPTED';
  const heard = hear(payment, statement);
  if (mayMove(paymentMachine, payment.state, state))
    return { payment: { ...heard, state }, event: { type: `payment.${kind}.v1`, attempt } };
  const isOfBank = payment.state === 'ACCEPTED' || payment.state === 'PAID';
  return isOfBank && heard !== payment ? { payment: heard } : 'known';
}

/** Later than every refusal: that it was paid may have been said after any of them. */
const SOME_TIME = '9999-12-31T23:59:59Z';

/** When the bank said so last is what a refusal is compared with. */
function hear(payment: ClaimPayment, statement: GoodStatement): ClaimPayment {
  const isPaid = statement.kind === 'paid';
  const key = isPaid ? 'paidSaidAt' : 'acceptedSaidAt';
  const saidAt = statement.saidAt ?? (isPaid ? SOME_TIME : undefined);
  const before = payment[key];
  const isLater = saidAt !== undefined && (before === undefined || before < saidAt);
  return isLater ? { ...payment, [key]: saidAt } : payment;
}

function applyBad(payment: ClaimPayment, { kind, reason, attempt, saidAt }: BadStatement): PaymentDecision {
  if (!mayMove(paymentMachine, payment.state, 'HELD')) return 'known';
  if (isContradiction(payment, kind, saidAt)) return dispute(payment, attempt, 'CONFLICTING_STATUSES');
  const heldReason = kind === 'returned' ? 'RETURNED_BY_BANK' : 'REFUSED_BY_BANK';
  return {
    payment: heldAgain(payment, heldReason, reason, saidAt),
    event: { type: `payment.${kind}.v1`, attempt, reason },
  };
}

/**
 * Whether a refusal cannot be true beside what the bank said before. Accepted, then refused: that happens; and settled, then sent
 * back by the bank of the insured.
 */
function isContradiction(
  { state, acceptedSaidAt, paidSaidAt }: ClaimPayment,
  kind: BadStatement['kind'],
  saidAt: string | undefined,
): boolean {
  const isBeforeAccepted = saidAt !== undefined && acceptedSaidAt !== undefined && saidAt < acceptedSaidAt;
  if (state !== 'PAID') return isBeforeAccepted;
  const isAfterPaid = saidAt !== undefined && paidSaidAt !== undefined && paidSaidAt < saidAt;
  return kind !== 'returned' || !isAfterPaid || isBeforeAccepted;
}
