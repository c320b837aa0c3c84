import type { DisputeReason } from '#claims';
import { compareTotals } from './answered-totals.ts';
import { doubtAbout, type KnownPayments, type OrderedPart, paymentsNamedBy } from './named-payment.ts';
import type { BankAnswer, StatusReport, TransactionAnswer } from './pain-002.ts';
import {
  meaningOf,
  SILENCE,
  mergeStatements,
  statementOf,
  withoutStatus,
  type AnswerLevel,
  type CauseOf,
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
      /** The bank says that whoever has the account has died. */
      readonly isOfDeceased?: true;
    })
  /** What the bank says cannot be true: nothing of it may move until a person has found out. */
  | { readonly paymentId: string; readonly outcome: 'disputed'; readonly because: DisputeReason }
  /** The answer says nothing (certain) about it. */
  | { readonly paymentId: string; readonly outcome: 'unchanged' };

export type BankAnswerProblemCode =
  | DisputeReason
  /** It answers another order: nothing of it is applied. */
  | 'OTHER_BATCH'
  /** It says that it answers another kind of message, such as a request to cancel: nothing of it is applied. */
  | 'OTHER_MESSAGE'
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
  readonly payments: readonly OrderedPart[];
  /** The batch id unless it was written with another one. */
  readonly paymentInformationId?: string;
}

class Reading {
  readonly problems: BankAnswerProblem[] = [];
  readonly #causeOf: CauseOf;
  readonly #said = new Map<string, Statement>();
  readonly #disputed = new Map<string, DisputeReason>();
  readonly #duplicates = new Set<Statement>();

  constructor(causeOf: CauseOf) {
    this.#causeOf = causeOf;
  }

  report(code: BankAnswerProblemCode, level: AnswerLevel, reference?: string): void {
    this.problems.push({ code, level, ...(reference === undefined ? {} : { reference }) });
  }

  state(report: StatusReport, level: AnswerLevel, above: Statement): Statement {
    const statement = statementOf(report, { level, above, causeOf: this.#causeOf });
    if (statement !== undefined) return statement;
    this.report('UNKNOWN_STATUS', level, report.status);
    return { ...SILENCE, level, status: report.status ?? '' };
  }

  /** Whether something is said of all of these by name. */
  namesAll(payments: readonly OrderedPart[]): boolean {
    return payments.every(({ paymentId }) => this.#said.has(paymentId) || this.#disputed.has(paymentId));
  }

  /** Refused in all, of which some were taken: what is said of all is not true of each. */
  isContradictedBelow(ofAll: Statement): boolean {
    if (ofAll.meaning !== 'refused' || this.#causeOf(ofAll.reasons) === 'duplicate') return false;
    return [...this.#said.values()].some(({ meaning }) => meaning === 'paid' || meaning === 'accepted');
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

  outcomeOf(
    paymentId: string,
    otherwise: Statement,
    { isOtherOrder, isOneAccount }: { readonly isOtherOrder: boolean; readonly isOneAccount: boolean },
  ): PaymentOutcome {
    const because = this.#disputed.get(paymentId);
    if (because !== undefined) return { paymentId, outcome: 'disputed', because };
    const own = this.#said.get(paymentId);
    const statement = own ?? otherwise;
    const { meaning, level, status, reasons, reasonLevel } = statement;
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
    // One account that is said of payments to several is none of theirs: it may well be ours.
    const isOfDeceased = cause === 'deceased';
    const isOfInsured =
      (cause === 'account' || isOfDeceased) && (reasonLevel === 'transaction' || isOneAccount);
    return {
      paymentId,
      outcome: isOfInsured ? 'returned' : 'refused',
      level,
      status,
      reasonCode,
      ...(isOfInsured && isOfDeceased && { isOfDeceased }),
    };
  }
}

function readTransaction(
  reading: Reading,
  transaction: TransactionAnswer,
  known: KnownPayments,
  above: Statement,
): void {
  const named = paymentsNamedBy(transaction, known);
  if (named.length === 0) {
    // An empty element names nothing and says nothing.
    const isEmpty = transaction.originalIds.length === 0 && transaction.status === undefined;
    if (!isEmpty) reading.report('UNKNOWN_PAYMENT', 'transaction', transaction.originalIds[0]);
    return;
  }
  const doubt = doubtAbout(transaction, named, known);
  for (const { paymentId } of named)
    if (doubt === undefined) reading.say(paymentId, reading.state(transaction, 'transaction', above));
    else reading.dispute(paymentId, doubt);
}

/** @returns what the blocks say of the payments that they do not name; undefined where they contradict each other. */
function readBlocks(
  reading: Reading,
  { paymentInformations }: BankAnswer,
  ours: { readonly paymentInformationId: string; readonly known: KnownPayments },
  above: Statement,
): Statement | undefined {
  let ofOurs: Statement | undefined;
  let isConflicting = false;
  for (const block of paymentInformations) {
    const { originalPaymentInformationId: id } = block;
    const isEmpty = id === undefined && block.status === undefined && block.transactions.length === 0;
    if (isEmpty) continue;
    const isOurs = id === ours.paymentInformationId;
    // What is said of a whole we do not know is not said of our payments; a payment named in it is ours all the same.
    let ofBlock = withoutStatus(above);
    if (isOurs) {
      ofBlock = reading.state(block, 'payment-information', above);
      const merged = ofOurs === undefined ? ofBlock : reading.merge(ofOurs, ofBlock);
      if (merged === undefined) isConflicting = true;
      ofOurs = merged ?? ofBlock;
    } else reading.report('UNKNOWN_PAYMENT_INFORMATION', 'payment-information', id);
    for (const transaction of block.transactions) readTransaction(reading, transaction, ours.known, ofBlock);
  }
  return isConflicting ? undefined : (ofOurs ?? above);
}

/** Whether a bank sorts payments into several blocks by what became of them: no block is then said of all. */
function isSortedIntoBlocks(blocks: readonly BankAnswer['paymentInformations'][number][]): boolean {
  const statuses = new Set(blocks.map(({ status }) => meaningOf(status)));
  return statuses.size > 1 && blocks.some(({ transactions }) => transactions.length > 0);
}

const meaningsOf = (reports: readonly StatusReport[]): readonly StatusMeaning[] =>
  reports.flatMap(({ status }) => meaningOf(status) ?? []);

const isoMessage = /^[a-z]{4}\.\d{3}(?:\.|$)/i;

/** Whether it is about another order, or another message than an order. Banks write the name of ours in many ways. */
function foreignPartOf(
  { originalMessageId, originalMessageName: name = '' }: BankAnswer,
  batch: AnsweredBatch,
): { readonly code: 'OTHER_BATCH' | 'OTHER_MESSAGE'; readonly reference: string } | undefined {
  if (originalMessageId !== batch.id) return { code: 'OTHER_BATCH', reference: originalMessageId };
  const isOther = isoMessage.test(name) && !name.toLowerCase().startsWith('pain.001');
  return isOther ? { code: 'OTHER_MESSAGE', reference: name } : undefined;
}

/**
 * What the answer of the bank makes of each payment of a batch. A statement on a lower level (transaction, payment
 * information, group) overrides the one above it. Nothing is dropped silently: what does not fit is a problem, and a payment in
 * doubt is frozen or stays as it is, because a payment wrongly taken for refused would be paid twice.
 * @param causeOf whose fault a refusal is, by the bank's reasons: see `refusalCause`
 */
export function outcomesOf(answer: BankAnswer, batch: AnsweredBatch, causeOf: CauseOf): BankAnswerOutcomes {
  const reading = new Reading(causeOf);
  const { payments } = batch;
  const foreign = foreignPartOf(answer, batch);
  if (foreign !== undefined) {
    reading.report(foreign.code, 'group', foreign.reference);
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
  const above = isSameOrder ? ofGroup : withoutStatus(ofGroup);
  const ofBlocks = readBlocks(reading, answer, { paymentInformationId, known }, above);
  const isUnclear =
    ofBlocks === undefined || isSortedIntoBlocks(ofOurBlocks) || reading.isContradictedBelow(ofBlocks);
  // Where each payment is named, it does not matter what is said of all.
  if (ofBlocks === undefined || (isUnclear && !reading.namesAll(payments)))
    reading.report('CONFLICTING_STATUSES', ofBlocks?.level ?? 'payment-information', paymentInformationId);
  const ofAll = isUnclear || !isSameOrder ? SILENCE : ofBlocks;
  const isOneAccount = new Set(payments.map(({ rib }) => rib)).size === 1;
  const outcomes = payments.map(({ paymentId }) =>
    reading.outcomeOf(paymentId, ofAll, { isOtherOrder: !isSameSum, isOneAccount }),
  );
  const isSilent = outcomes.every(({ outcome }) => outcome === 'unchanged') && reading.problems.length === 0;
  if (isSilent) reading.report('NOTHING_SAID', 'group');
  return { outcomes, problems: reading.problems };
}
