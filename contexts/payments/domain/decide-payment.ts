import type {
  ClaimPayment,
  PaymentCommand,
  PaymentDecision,
  PaymentEvent,
  PaymentRefusal,
  PeoplesCommand,
  WhyNot,
} from '#claims';
import type { SettledAs } from '#events';
import { applyStatement } from './apply-statement.ts';

/** What ends by people alone, whatever account is on file. */
const endedByPeople: readonly (ClaimPayment['heldReason'] | undefined)[] = [
  'REFUSED_BY_BANK',
  'PAYEE_DECEASED',
  'CLOSED_AFTER_DEATH',
];

/** What another account of the insured, or the end of a hold, releases by itself. */
export function waitsForAccount({ state, heldReason }: ClaimPayment): boolean {
  return state === 'HELD' && !endedByPeople.includes(heldReason);
}

/** Whether people say what becomes of a payment after the death of whoever is paid. */
export const waitsAfterDeath = ({ state, heldReason }: ClaimPayment): boolean =>
  state === 'HELD' && (heldReason === 'PAYEE_DECEASED' || heldReason === 'CLOSED_AFTER_DEATH');

/** What becomes of a payment: the only place that says so. */
export function decidePayment(payment: ClaimPayment, command: PaymentCommand): PaymentDecision {
  if (command.kind === 'apply-statement') return applyStatement(payment, command.statement);
  // Money goes to no account but that of whoever it was decided to go to.
  if ('rib' in command && command.payeeInpe !== payment.payeeInpe) return 'refused';
  if (command.kind === 'hold-for-death') return holdForDeath(payment, command.batchId);
  if (command.kind === 'release')
    return waitsForAccount(payment) && command.rib !== payment.returnedRib
      ? release(payment, command.rib)
      : 'refused';
  if (command.kind === 'take-out') return takeOut(payment);
  if (whyNot(payment, command) !== undefined) return 'refused';
  switch (command.kind) {
    case 'order-again':
      return release(payment, command.rib, command.by);
    case 'ask-for-account':
      return askForAccount(payment, command.by);
    case 'after-death':
      return sayAfterDeath(payment, command);
    case 'settle':
      return command.as === 'paid' ? settleAsPaid(payment, command) : settleAsNotPaid(payment, command);
  }
}

/** What stands for the bank's reason where no bank was asked. */
export const NOT_WRITABLE = 'NOT_WRITABLE';

/** What has not left keeps its number: nobody knows it. What is frozen in an order that has not left is as if it were refused. */
function takeOut(payment: ClaimPayment): PaymentDecision {
  const { state, attempt, rib, amountCentimes, returnedRib, refusals, heardInDispute } = payment;
  if (state === 'ORDERED')
    return applyStatement(payment, { kind: 'refused', attempt, reason: NOT_WRITABLE, saidAt: undefined });
  if (state !== 'PENDING') return 'known';
  return {
    payment: {
      ...{ state: 'HELD', heldReason: 'REFUSED_BY_BANK', returnReason: NOT_WRITABLE },
      ...{ attempt, amountCentimes, refusedRib: rib, returnedRib, refusals, heardInDispute },
    },
    event: { type: 'payment.refused.v1', attempt, reason: NOT_WRITABLE },
  };
}

/** What stands for the bank's reason where no bank was asked. */
export const PAYEE_DECEASED = 'PAYEE_DECEASED';

/**
 * What waits to be ordered is held as it is. What stands in an order that was never written has an order all the same, which counts as
 * refused: another one has another number. What has left is the bank's.
 */
function holdForDeath(payment: ClaimPayment, batchId: string | undefined): PaymentDecision {
  const { state, attempt, rib, amountCentimes, returnedRib, refusals = [], heardInDispute } = payment;
  // An establishment does not die with whom it treated.
  if (payment.payeeInpe !== undefined) return 'refused';
  const isOrdered = state === 'ORDERED' && batchId !== undefined && batchId === payment.batchId;
  if (!isOrdered && state !== 'PENDING') return 'known';
  return {
    payment: {
      ...{ state: 'HELD', heldReason: PAYEE_DECEASED, attempt: isOrdered ? attempt + 1 : attempt },
      ...{ amountCentimes, refusedRib: rib, returnedRib, heardInDispute },
      refusals: isOrdered
        ? [...refusals, { attempt, kind: 'refused', saidAt: undefined, rib, batchId }]
        : payment.refusals,
    },
    event: { type: 'payment.refused.v1', attempt, reason: PAYEE_DECEASED },
  };
}

type SaidAfterDeath = Extract<PaymentCommand, { kind: 'after-death' }>;

/** Whether this is the second word: somebody said the same before, of money that would go to the same account. */
function isSaidAgain(
  { settledBy, saidAfterDeath, agreedRib }: ClaimPayment,
  command: SaidAfterDeath,
): boolean {
  return (
    settledBy !== undefined &&
    saidAfterDeath === command.as &&
    (command.as === 'close' || agreedRib === command.to?.rib)
  );
}

/** The first word is kept, and moves nothing; another word takes its place. The second one, of somebody else, does it. */
function sayAfterDeath(payment: ClaimPayment, command: SaidAfterDeath): PaymentDecision {
  const { attempt } = payment;
  const { as, by, registrationNumber, to } = command;
  if (!isSaidAgain(payment, command))
    return {
      payment: {
        ...payment,
        saidAfterDeath: as,
        agreedRib: to?.rib,
        settledBy: by,
        settledByNumber: registrationNumber,
      },
      event: settledEvent(attempt, as === 'pay' ? 'to-pay' : 'to-close', by),
    };
  if (as === 'close')
    return {
      payment: {
        ...payment,
        heldReason: 'CLOSED_AFTER_DEATH',
        ...{ saidAfterDeath: undefined, agreedRib: undefined },
        ...{ settledBy: undefined, settledByNumber: undefined },
      },
      event: settledEvent(attempt, 'closed', by),
    };
  if (to === undefined) return 'refused';
  const released = release(payment, to.rib, by);
  return typeof released === 'string'
    ? released
    : { ...released, payment: { ...released.payment, agreedRib: to.rib } };
}

/** Why a person may not move a payment so; undefined where they may. */
export function whyNot(payment: ClaimPayment, command: PeoplesCommand): WhyNot | undefined {
  if (command.kind === 'settle') {
    if (payment.state !== 'DISPUTED') return 'NOT_WAITING_FOR_IT';
    return command.as === 'paid' && paidOrder(payment, command.order) === undefined
      ? 'ORDER_NOT_NAMED'
      : undefined;
  }
  if (command.kind === 'after-death') return whyNotAfterDeath(payment, command);
  if (payment.state !== 'HELD' || payment.heldReason !== 'REFUSED_BY_BANK') return 'NOT_WAITING_FOR_IT';
  // Money whose fate was in dispute leaves again on the word of two people only, to whichever account.
  if (payment.settledBy === command.by) return 'OTHER_PERSON_NEEDED';
  return command.kind === 'order-again' && command.rib === payment.returnedRib
    ? 'ACCOUNT_CAME_BACK'
    : undefined;
}

function whyNotAfterDeath(payment: ClaimPayment, command: SaidAfterDeath): WhyNot | undefined {
  const isClosed = payment.heldReason === 'CLOSED_AFTER_DEATH';
  if (!waitsAfterDeath(payment) || (isClosed && command.as === 'close')) return 'NOT_WAITING_FOR_IT';
  if (command.as === 'pay') {
    // Money goes to no account but that of whoever it was decided to go to.
    if (command.to === undefined || command.to.payeeInpe !== payment.payeeInpe) return 'NOT_WAITING_FOR_IT';
    if (command.to.rib === payment.returnedRib) return 'ACCOUNT_CAME_BACK';
  }
  return isSaidAgain(payment, command) && payment.settledBy === command.by
    ? 'OTHER_PERSON_NEEDED'
    : undefined;
}

/** Orders that the bank contradicts itself about; of payments that were frozen before these were kept, the latest. */
export const ordersInQuestion = ({ attempt, disputedAttempts }: ClaimPayment): readonly number[] =>
  disputedAttempts ?? [attempt];

function paidOrder(payment: ClaimPayment, named: number | undefined): number | undefined {
  const orders = ordersInQuestion(payment);
  if (named !== undefined) return orders.find((order) => order === named);
  return orders.length === 1 ? orders[0] : undefined;
}

function release(payment: ClaimPayment, rib: string, by?: string): PaymentDecision {
  const { attempt, amountCentimes, returnedRib, refusals, heardInDispute } = payment;
  return {
    payment: { state: 'PENDING', attempt, amountCentimes, rib, returnedRib, refusals, heardInDispute },
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
    event: {
      type: 'payment.returned.v1',
      // The order that came back is the one before; what was taken out before any order left has none.
      attempt: payment.refusals?.at(-1)?.attempt ?? Math.max(1, attempt - 1),
      reason: returnReason,
      by,
    },
  };
}

function settledEvent(attempt: number, as: SettledAs, by: string): PaymentEvent {
  return { type: 'payment.settled.v1', attempt, as, by };
}

/** Of the orders in question one was paid, and the others were not. */
function settleAsPaid(
  payment: ClaimPayment,
  { by, order }: Extract<PaymentCommand, { kind: 'settle' }>,
): PaymentDecision {
  const { attempt, amountCentimes, returnedRib, acceptedSaidAt, heardInDispute } = payment;
  const paid = paidOrder(payment, order) ?? attempt;
  const refusals = withUnpaid(
    payment,
    ordersInQuestion(payment).filter((one) => one !== paid),
  );
  const before = payment.refusals?.find((one) => one.attempt === paid);
  const isLatest = paid === attempt;
  return {
    payment: {
      state: 'PAID',
      attempt,
      ...(isLatest ? {} : { paidAttempt: paid }),
      amountCentimes,
      rib: before?.rib ?? (isLatest ? payment.rib : (payment.refusedRib ?? returnedRib ?? payment.rib)),
      returnedRib,
      refusals,
      acceptedSaidAt: isLatest ? acceptedSaidAt : undefined,
      paidSaidAt: lastSaidPaid(payment, paid),
      batchId: before?.batchId ?? (isLatest ? payment.batchId : undefined),
      heardInDispute,
    },
    event: settledEvent(paid, 'paid', by),
  };
}

/** None of the orders in question was paid: the money waits for another person to let it leave again. */
function settleAsNotPaid(
  payment: ClaimPayment,
  { by, registrationNumber }: Extract<PaymentCommand, { kind: 'settle' }>,
): PaymentDecision {
  const { attempt, amountCentimes, returnedRib, disputedBecause = 'NOT_GIVEN', heardInDispute } = payment;
  const orders = ordersInQuestion(payment);
  const refusals = withUnpaid(payment, orders);
  const last = orders.at(-1) ?? attempt;
  // An order that never left keeps its number: nobody knows it. One that people found unpaid before has left.
  const next = refusals.some((one) => one.attempt === attempt) ? attempt + 1 : attempt;
  return {
    payment: {
      state: 'HELD',
      attempt: next,
      amountCentimes,
      heldReason: 'REFUSED_BY_BANK',
      returnedRib,
      refusedRib: refusals.find((one) => one.attempt === last)?.rib ?? payment.refusedRib ?? payment.rib,
      returnReason: disputedBecause,
      refusals,
      settledBy: by,
      settledByNumber: registrationNumber,
      heardInDispute,
    },
    event: settledEvent(last, 'not-paid', by),
  };
}

/** The orders that were not carried out, with these; what the bank said of one before stays as it was said. */
function withUnpaid(payment: ClaimPayment, orders: readonly number[]): readonly PaymentRefusal[] {
  const { attempt, rib, batchId, refusals = [] } = payment;
  const added = orders
    .filter((order) => !refusals.some((one) => one.attempt === order))
    .map((order): PaymentRefusal => ({
      attempt: order,
      kind: 'refused',
      ...(order === attempt ? { rib, batchId } : {}),
    }));
  return [...refusals, ...added].toSorted((one, other) => one.attempt - other.attempt);
}

/** When the bank said last that it paid an order: what it sends back later is compared with it. */
function lastSaidPaid({ attempt, paidSaidAt, heardInDispute = [] }: ClaimPayment, order: number) {
  return [
    order === attempt ? paidSaidAt : undefined,
    ...heardInDispute.map((heard) =>
      heard.kind === 'paid' && heard.attempt === order ? heard.saidAt : undefined,
    ),
  ]
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1);
}
