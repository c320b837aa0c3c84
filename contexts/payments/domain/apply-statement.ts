import {
  type BadStatement,
  type BankStatement,
  type ClaimPayment,
  type GoodStatement,
  type HeardStatement,
  type HeldReason,
  type PaymentDecision,
  paymentMachine,
} from '#claims';
import { mayMove } from '#shared';

/** What is kept of what the bank says of a frozen payment: people read it, the answers themselves are evidence. */
const MOST_HEARD = 20;

/** Later than every refusal: that it was paid may have been said after any of them. */
const SOME_TIME = '9999-12-31T23:59:59Z';

/** The order that stands for the payment: the latest, unless people found that an earlier one was paid. */
const standingOrder = ({ attempt, paidAttempt }: ClaimPayment): number => paidAttempt ?? attempt;

/**
 * Answers come twice, late and in any order; what they make of the payment must not depend on it. When the bank said something
 * decides between two statements, not when it came; where it does not say when, money stays where it is.
 */
export function applyStatement(payment: ClaimPayment, statement: BankStatement): PaymentDecision {
  const { attempt } = statement;
  if (attempt > payment.attempt) return 'known';
  if (payment.state === 'DISPUTED') return hearInDispute(payment, statement);
  if (isWeighed(payment, statement)) return 'known';
  if (statement.kind === 'disputed') return dispute(payment, statement, statement.because);
  const isOther = attempt !== standingOrder(payment);
  if (isGood(statement)) {
    if (!isOther) return applyGood(payment, statement);
    return contradictsRefusal(payment, statement)
      ? dispute(payment, statement, 'CONFLICTING_STATUSES')
      : 'known';
  }
  return isOther ? noteRefusal(payment, statement) : applyBad(payment, statement);
}

/**
 * An order that was refused is refused once more, in other words or at another time: it changes nothing, but whoever settles a
 * later dispute has it before them, so that it is no news when it comes again.
 */
function noteRefusal(payment: ClaimPayment, statement: BadStatement): PaymentDecision {
  const { attempt, kind, saidAt } = statement;
  const refusal = payment.refusals?.find((one) => one.attempt === attempt);
  if (refusal === undefined || (refusal.kind === kind && refusal.saidAt === saidAt)) return 'known';
  return { payment: { ...payment, heardInDispute: withHeard(payment, [heardOf(statement)]) } };
}

const isGood = (statement: GoodStatement | BadStatement): statement is GoodStatement =>
  statement.kind === 'accepted' || statement.kind === 'paid';

/** An order that may have been carried out, or may still be. */
function standingOut(payment: ClaimPayment): readonly number[] {
  const isOut = payment.state === 'ORDERED' || payment.state === 'ACCEPTED' || payment.state === 'PAID';
  return isOut ? [standingOrder(payment)] : [];
}

const ascending = (orders: readonly number[]): readonly number[] =>
  [...new Set(orders)].toSorted((one, other) => one - other);

function dispute(payment: ClaimPayment, statement: BankStatement, because: string): PaymentDecision {
  if (!mayMove(paymentMachine, payment.state, 'DISPUTED')) return 'known';
  return {
    payment: {
      ...payment,
      state: 'DISPUTED',
      heldReason: undefined,
      disputedBecause: because,
      disputedAttempts: ascending([statement.attempt, ...standingOut(payment)]),
      heardInDispute: withHeard(payment, [...goodNewsOf(payment), heardOf(statement)]),
    },
    event: { type: 'payment.disputed.v1', attempt: statement.attempt, reason: because },
  };
}

/** Nothing moves; but people read what the bank said since, and a further order may come into question. */
function hearInDispute(payment: ClaimPayment, statement: BankStatement): PaymentDecision {
  if (isWeighed(payment, statement)) return 'known';
  const { attempt, disputedAttempts = [attempt] } = payment;
  const isNewInQuestion =
    statement.kind === 'disputed' ||
    (isGood(statement) && statement.attempt < attempt && contradictsRefusal(payment, statement));
  return {
    payment: {
      ...payment,
      disputedAttempts: isNewInQuestion
        ? ascending([...disputedAttempts, statement.attempt])
        : disputedAttempts,
      heardInDispute: withHeard(payment, [heardOf(statement)]),
    },
  };
}

function heardOf(statement: BankStatement): HeardStatement {
  const { attempt, kind, saidAt } = statement;
  const reason = 'reason' in statement ? statement.reason : undefined;
  return { attempt, kind, saidAt, reason: kind === 'disputed' ? statement.because : reason };
}

const withHeard = (
  { heardInDispute = [] }: ClaimPayment,
  heard: readonly HeardStatement[],
): readonly HeardStatement[] => [...heardInDispute, ...heard].slice(-MOST_HEARD);

/** What the bank said well of the order that stands, before it contradicted itself. */
function goodNewsOf(payment: ClaimPayment): readonly HeardStatement[] {
  const attempt = standingOrder(payment);
  const { acceptedSaidAt, paidSaidAt } = payment;
  return [
    ...(acceptedSaidAt === undefined ? [] : [{ attempt, kind: 'accepted', saidAt: acceptedSaidAt } as const]),
    ...(paidSaidAt === undefined
      ? []
      : [{ attempt, kind: 'paid', saidAt: paidSaidAt === SOME_TIME ? undefined : paidSaidAt } as const]),
  ];
}

/**
 * Whether people had this statement before them in a dispute: once more of it changes nothing. That an order was taken or paid, said
 * before it was said last, is no news either.
 */
function isWeighed({ heardInDispute = [] }: ClaimPayment, statement: BankStatement): boolean {
  const { attempt, kind, saidAt, reason } = heardOf(statement);
  return heardInDispute.some((heard) => {
    if (heard.attempt !== attempt || heard.kind !== kind) return false;
    if (heard.saidAt === saidAt && heard.reason === reason) return true;
    const isOlder = saidAt !== undefined && heard.saidAt !== undefined && saidAt < heard.saidAt;
    return isOlder && (kind === 'accepted' || kind === 'paid');
  });
}

/** Of an order that was refused before: that it was paid all the same cannot be, unless the bank said so earlier. */
function contradictsRefusal(payment: ClaimPayment, { kind, attempt, saidAt }: GoodStatement): boolean {
  const refusal = payment.refusals?.find((one) => one.attempt === attempt);
  const refusedAt = refusal?.saidAt;
  const isDated = saidAt !== undefined && refusedAt !== undefined;
  // "In process" is what banks say before they refuse, often in the same second. What was settled is sent back only by the
  // bank of the insured.
  const isEarlier =
    kind === 'accepted'
      ? !isDated || saidAt <= refusedAt
      : refusal?.kind === 'returned' && isDated && saidAt < refusedAt;
  return !isEarlier;
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

/** When the bank said so last is what a refusal is compared with. */
function hear(payment: ClaimPayment, statement: GoodStatement): ClaimPayment {
  const isPaid = statement.kind === 'paid';
  const key = isPaid ? 'paidSaidAt' : 'acceptedSaidAt';
  const saidAt = statement.saidAt ?? (isPaid ? SOME_TIME : undefined);
  const before = payment[key];
  const isLater = saidAt !== undefined && (before === undefined || before < saidAt);
  return isLater ? { ...payment, [key]: saidAt } : payment;
}

function applyBad(payment: ClaimPayment, statement: BadStatement): PaymentDecision {
  const { kind, reason, attempt, saidAt } = statement;
  // What is pending has not left yet: no bank can refuse it.
  if (payment.state === 'PENDING' || !mayMove(paymentMachine, payment.state, 'HELD')) return 'known';
  // Said once more of an order that people found to be paid all the same.
  const isRepeated = payment.refusals?.some(
    (one) => one.attempt === attempt && one.kind === kind && one.saidAt === saidAt,
  );
  if (isRepeated === true) return 'known';
  if (isContradiction(payment, kind, saidAt)) return dispute(payment, statement, 'CONFLICTING_STATUSES');
  if (statement.isOfDeceased === true && payment.payeeInpe === undefined)
    return {
      // Nobody who has died is asked for another account.
      payment: heldAgain(payment, statement, 'PAYEE_DECEASED'),
      event: { type: 'payment.refused.v1', attempt, reason },
    };
  const heldReason = kind === 'returned' ? 'RETURNED_BY_BANK' : 'REFUSED_BY_BANK';
  return {
    payment: heldAgain(payment, statement, heldReason),
    event: { type: `payment.${kind}.v1`, attempt, reason },
  };
}

/** The payment waits again. Another attempt has another id, so that no bank takes it for the first one. */
function heldAgain(
  payment: ClaimPayment,
  { attempt, kind, reason, saidAt }: BadStatement,
  heldReason: HeldReason,
): ClaimPayment {
  const { amountCentimes, rib, batchId, returnedRib, refusals = [], heardInDispute } = payment;
  return {
    state: 'HELD',
    attempt: payment.attempt + 1,
    amountCentimes,
    heldReason,
    ...(kind === 'returned' ? { returnedRib: rib } : { returnedRib, refusedRib: rib }),
    returnReason: reason,
    refusals: [...refusals.filter((one) => one.attempt !== attempt), { attempt, kind, saidAt, rib, batchId }],
    heardInDispute,
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
