import type { DisputeReason } from '#claims';
import type { BatchPayment } from './payment-batch.ts';
import { compareTotals } from './answered-totals.ts';
import { ibanOfRib } from './iban.ts';
import { ORDERED_CURRENCY } from './pain-001.ts';
import type { BankAnswer, StatusReason, StatusReport, TransactionAnswer } from './pain-002.ts';
import type { RefusalCause } from './reason-cause.ts';
import {
  meaningOf,
  SILENCE,
  mergeStatements,
  statementOf,
  type AnswerLevel,
  type Statement,
  type StatusMeaning,
} from './bank-statement.ts';

interface Said {
  readonly paymentId: string;
  readonly level: AnswerLevel;
  readonly status: string;
}

export type PaymentOutcome =
  | (Said & { readonly outcome: 'paid' | 'accepted' })
  /**
   * Not paid. `returned`: because of the account of the insured, who is asked for another one; `refused`: for any other reason,
   * which is nothing to the insured: a person of the fund looks into it.
   */
  | (Said & {
      readonly outcome: 'returned' | 'refused';
      /** ISO reason code or the bank's own; `NOT_GIVEN` where it gave none. */
      readonly reasonCode: string;
    })
  /** What the bank says cannot be true: nothing of it may move until a person has found out. */
  | { readonly paymentId: string; readonly outcome: 'disputed'; readonly because: DisputeReason }
  /** The answer says nothing (certain) about it. */
  | { readonly paymentId: string; readonly outcome: 'unchanged' };

export type BankAnswerProblemCode =
  | DisputeReason
  /** It answers another order: nothing of it is applied. */
  | 'OTHER_BATCH'
  /** The bank counts another number of payments: nothing that it says of all of them together is applied. */
  | 'NUMBER_OF_TRANSACTIONS_DIFFERS'
  | 'UNKNOWN_PAYMENT_INFORMATION'
  | 'UNKNOWN_PAYMENT'
  | 'UNKNOWN_STATUS'
  /** Refused because the order came before: the first one was taken, and the payments stay as they are. */
  | 'DUPLICATE_REFUSED'
  /** The answer changes no payment at all. */
  | 'NOTHING_SAID';

export interface BankAnswerProblem {
  readonly code: BankAnswerProblemCode;
  readonly level: AnswerLevel;
  /** Id or status that is not known. */
  readonly reference?: string;
}

export interface BankAnswerOutcomes {
  /** One for each payment of the batch, in its order. */
  readonly outcomes: readonly PaymentOutcome[];
  /** What a person must look at. */
  readonly problems: readonly BankAnswerProblem[];
}

export interface AnsweredBatch {
  readonly id: string;
  readonly payments: readonly Pick<BatchPayment, 'paymentId' | 'amountCentimes' | 'rib'>[];
  /** The batch id unless it was written with another one. */
  readonly paymentInformationId?: string;
}

class Reading {
  readonly problems: BankAnswerProblem[] = [];
  readonly #causeOf: (reasons: readonly StatusReason[]) => RefusalCause;
  readonly #said = new Map<string, Statement>();
  readonly #disputed = new Map<string, DisputeReason>();
  readonly #duplicates = new Set<Statement>();

  constructor(causeOf: (reasons: readonly StatusReason[]) => RefusalCause) {
    this.#causeOf = causeOf;
  }

  report(code: BankAnswerProblemCode, level: AnswerLevel, reference?: string): void {
    this.problems.push({ code, level, ...(reference === undefined ? {} : { reference }) });
  }

  state(report: StatusReport, level: AnswerLevel, above: Statement): Statement {
    const statement = statementOf(report, level, above);
    if (statement !== undefined) return statement;
    this.report('UNKNOWN_STATUS', level, report.status);
    return { ...SILENCE, level, status: report.status ?? '' };
  }

  merge(before: Statement, after: Statement): Statement | undefined {
    return mergeStatements(before, after, this.#causeOf);
  }

  dispute(paymentId: string, because: DisputeReason): void {
    this.#disputed.set(paymentId, because);
    this.report(because, 'transaction', paymentId);
  }

  say(paymentId: string, statement: Statement): void {
    const before = this.#said.get(paymentId);
    const merged = before === undefined ? statement : this.merge(before, statement);
    if (merged === undefined) this.dispute(paymentId, 'CONFLICTING_STATUSES');
    else this.#said.set(paymentId, merged);
  }

  outcomeOf(paymentId: string, otherwise: Statement, isOtherOrder: boolean): PaymentOutcome {
    const because = this.#disputed.get(paymentId);
    if (because !== undefined) return { paymentId, outcome: 'disputed', because };
    const own = this.#said.get(paymentId);
    const statement = own ?? otherwise;
    const { meaning, level, status, reasons } = statement;
    if (meaning === undefined) return { paymentId, outcome: 'unchanged' };
    if (meaning !== 'refused') return { paymentId, outcome: meaning, level, status };
    const cause = this.#causeOf(reasons);
    if (cause === 'duplicate') {
      // Said once of many, it is one problem.
      if (!this.#duplicates.has(statement))
        this.report('DUPLICATE_REFUSED', level, own === undefined ? undefined : paymentId);
      this.#duplicates.add(statement);
      return { paymentId, outcome: 'unchanged' };
    }
    // A refusal sends money out again: not on the word of a bank that holds another order than ours.
    if (isOtherOrder) return { paymentId, outcome: 'disputed', because: 'CONTROL_SUM_DIFFERS' };
    const reasonCode = reasons[0]?.code ?? 'NOT_GIVEN';
    return {
      paymentId,
      outcome: cause === 'account' ? 'returned' : 'refused',
      level,
      status,
      reasonCode,
    };
  }
}

type KnownPayments = ReadonlyMap<string, AnsweredBatch['payments'][number]>;

/** Whether the bank repeats another amount or account than was ordered. */
function differenceOf(
  { amounts, account }: TransactionAnswer,
  ordered: AnsweredBatch['payments'][number],
): DisputeReason | undefined {
  const isOther = amounts.some(
    ({ centimes, currency }) =>
      (centimes !== undefined && centimes !== ordered.amountCentimes) ||
      (currency !== undefined && currency.toUpperCase() !== ORDERED_CURRENCY),
  );
  if (isOther) return 'AMOUNT_DIFFERS';
  const named = account?.replace(/\s+/g, '').toUpperCase();
  if (named === undefined || named === ordered.rib || named === ibanOfRib(ordered.rib)) return undefined;
  return 'ACCOUNT_DIFFERS';
}

function readTransaction(
  reading: Reading,
  transaction: TransactionAnswer,
  known: KnownPayments,
  above: Statement,
): void {
  const named = [...new Set(transaction.originalIds)].flatMap((id) => known.get(id) ?? []);
  const [payment] = named;
  if (payment === undefined) {
    // An empty element names nothing and says nothing.
    const isEmpty = transaction.originalIds.length === 0 && transaction.status === undefined;
    if (!isEmpty) reading.report('UNKNOWN_PAYMENT', 'transaction', transaction.originalIds[0]);
    return;
  }
  if (named.length > 1) {
    for (const { paymentId } of named) reading.dispute(paymentId, 'TWO_PAYMENTS_NAMED');
    return;
  }
  const difference = differenceOf(transaction, payment);
  if (difference === undefined)
    reading.say(payment.paymentId, reading.state(transaction, 'transaction', above));
  else reading.dispute(payment.paymentId, difference);
}

/** @returns what the blocks say of the payments that they do not name. */
function readBlocks(
  reading: Reading,
  { paymentInformations }: BankAnswer,
  ours: { readonly paymentInformationId: string; readonly known: KnownPayments },
  above: Statement,
): Statement {
  let ofOurs: Statement | undefined;
  let isConflicting = false;
  for (const block of paymentInformations) {
    const { originalPaymentInformationId: id } = block;
    const isEmpty = id === undefined && block.status === undefined && block.transactions.length === 0;
    if (isEmpty) continue;
    const isOurs = id === ours.paymentInformationId;
    // What is said of a whole we do not know is not said of our payments; a payment named in it is ours all the same.
    let ofBlock = SILENCE;
    if (isOurs) {
      ofBlock = reading.state(block, 'payment-information', above);
      const merged = ofOurs === undefined ? ofBlock : reading.merge(ofOurs, ofBlock);
      if (merged === undefined) isConflicting = true;
      ofOurs = merged ?? ofBlock;
    } else reading.report('UNKNOWN_PAYMENT_INFORMATION', 'payment-information', id);
    for (const transaction of block.transactions) readTransaction(reading, transaction, ours.known, ofBlock);
  }
  if (!isConflicting) return ofOurs ?? above;
  reading.report('CONFLICTING_STATUSES', 'payment-information', ours.paymentInformationId);
  return SILENCE;
}

const meaningsOf = (reports: readonly StatusReport[]): readonly StatusMeaning[] =>
  reports.flatMap(({ status }) => meaningOf(status) ?? []);

/**
 * What the answer of the bank makes of each payment of a batch. A statement on a lower level (transaction, payment
 * information, group) overrides the one above it. Nothing is dropped silently: what does not fit is a problem, and a payment in
 * doubt is frozen or stays as it is, because a payment wrongly taken for refused would be paid twice.
 * @param causeOf whose fault a refusal is, by the bank's reasons: see `refusalCause`
 */
export function outcomesOf(
  answer: BankAnswer,
  batch: AnsweredBatch,
  causeOf: (reasons: readonly StatusReason[]) => RefusalCause,
): BankAnswerOutcomes {
  const reading = new Reading(causeOf);
  const { payments } = batch;
  if (answer.originalMessageId !== batch.id) {
    reading.report('OTHER_BATCH', 'group', answer.originalMessageId);
    return {
      outcomes: payments.map(({ paymentId }) => ({ paymentId, outcome: 'unchanged' })),
      problems: reading.problems,
    };
  }
  const paymentInformationId = batch.paymentInformationId ?? batch.id;
  const known = new Map(payments.map((payment) => [payment.paymentId, payment]));
  const ofOurBlocks = answer.paymentInformations.filter(
    ({ originalPaymentInformationId: id }) => id === paymentInformationId,
  );
  const { otherCount, isSameSum } = compareTotals(
    {
      totals: [answer.totals, ...ofOurBlocks.map(({ totals }) => totals)],
      ofAll: meaningsOf([answer.group, ...ofOurBlocks]),
      named: meaningsOf(answer.paymentInformations.flatMap(({ transactions }) => transactions)),
    },
    payments,
  );
  if (otherCount !== undefined)
    reading.report('NUMBER_OF_TRANSACTIONS_DIFFERS', 'group', otherCount.toString());
  if (!isSameSum) reading.report('CONTROL_SUM_DIFFERS', 'group');
  const isSameOrder = otherCount === undefined && isSameSum;
  const ofGroup = reading.state(answer.group, 'group', SILENCE);
  const ofAll = readBlocks(reading, answer, { paymentInformationId, known }, isSameOrder ? ofGroup : SILENCE);
  const outcomes = payments.map(({ paymentId }) =>
    reading.outcomeOf(paymentId, isSameOrder ? ofAll : SILENCE, !isSameSum),
  );
  const isSilent = outcomes.every(({ outcome }) => outcome === 'unchanged') && reading.problems.length === 0;
  if (isSilent) reading.report('NOTHING_SAID', 'group');
  return { outcomes, problems: reading.problems };
}
