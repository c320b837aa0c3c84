import type { BankAnswer, PaymentInformationAnswer, StatusReport, TransactionAnswer } from './pain-002.ts';

/** What a status does to a payment; `look-below`: the level below says it for each. */
export type StatusMeaning = 'paid' | 'accepted' | 'returned' | 'look-below';

/**
 * Status codes of pain.002 and what they mean to a payment. Source: ISO 20022 external code sets
 * ExternalPaymentTransactionStatus1Code and ExternalPaymentGroupStatus1Code. Codes that are not here (BLCK: neither posted
 * nor returned; ACIS: a cheque was issued; whatever comes later) are reported to a person.
 */
export const statusMeanings: Readonly<Record<string, StatusMeaning>> = {
  /** Settlement on the creditor's account completed. */
  ACCC: 'paid',
  /** Settlement completed: the transaction is booked. */
  ACSC: 'paid',
  /** Received by the bank. */
  RCVD: 'accepted',
  /** Authentication, syntax and semantics are right. */
  ACTC: 'accepted',
  /** ... and the customer profile is right. */
  ACCP: 'accepted',
  /** ... and the funds are there. */
  ACFC: 'accepted',
  /** ... and it is accepted for execution: settlement in process. */
  ACSP: 'accepted',
  /** Accepted, with a change such as another date. */
  ACWC: 'accepted',
  /** Accepted by the creditor's bank, not posted yet. */
  ACWP: 'accepted',
  /** Released by the debtor's bank and accepted by the clearing. */
  ACPD: 'accepted',
  /** Pending: further checks follow. */
  PDNG: 'accepted',
  /** Rejected. */
  RJCT: 'returned',
  /** Cancelled on request. */
  CANC: 'returned',
  /** Some accepted, others not. */
  PART: 'look-below',
};

export type AnswerLevel = 'group' | 'payment-information' | 'transaction';

export type PaymentOutcome =
  | {
      readonly paymentId: string;
      readonly outcome: 'paid' | 'accepted';
      readonly level: AnswerLevel;
      readonly status: string;
    }
  | {
      readonly paymentId: string;
      readonly outcome: 'returned';
      readonly level: AnswerLevel;
      readonly status: string;
      /** ISO reason code or the bank's own; `NOT_GIVEN` where it gave none. */
      readonly reasonCode: string;
    }
  /** The answer says nothing (certain) about it. */
  | { readonly paymentId: string; readonly outcome: 'unchanged' };

export type BankAnswerProblemCode =
  /** It answers another order: nothing of it is applied. */
  | 'OTHER_REMITTANCE'
  /** The bank counts another number of payments: nothing that it says of all of them together is applied. */
  | 'NUMBER_OF_TRANSACTIONS_DIFFERS'
  | 'UNKNOWN_PAYMENT_INFORMATION'
  | 'UNKNOWN_PAYMENT'
  | 'UNKNOWN_STATUS'
  /** Two statements on one payment that cannot both be true: it stays as it is. */
  | 'CONFLICTING_STATUSES'
  /** The answer changes no payment at all. */
  | 'NOTHING_SAID';

export interface BankAnswerProblem {
  readonly code: BankAnswerProblemCode;
  readonly level: AnswerLevel;
  /** Id or status that is not known. */
  readonly reference?: string;
}

export interface BankAnswerOutcomes {
  /** One for each payment of the remittance, in its order. */
  readonly outcomes: readonly PaymentOutcome[];
  /** What a person must look at. */
  readonly problems: readonly BankAnswerProblem[];
}

export interface AnsweredRemittance {
  readonly id: string;
  readonly paymentIds: readonly string[];
  /** The remittance id unless it was written with another one. */
  readonly paymentInformationId?: string;
}

/** What one level says; a level without status leaves it to the one above, an unknown status or PART says nothing. */
interface Statement {
  readonly meaning: 'paid' | 'accepted' | 'returned' | undefined;
  readonly level: AnswerLevel;
  readonly status: string;
  readonly reasonCode: string | undefined;
}

const NOTHING: Statement = { meaning: undefined, level: 'group', status: '', reasonCode: undefined };

class Reading {
  readonly problems: BankAnswerProblem[] = [];
  readonly #said = new Map<string, Statement>();
  readonly #conflicting = new Set<string>();

  report(code: BankAnswerProblemCode, level: AnswerLevel, reference?: string): void {
    this.problems.push({ code, level, ...(reference === undefined ? {} : { reference }) });
  }

  state(report: StatusReport, level: AnswerLevel, above: Statement): Statement {
    const reasonCode = report.reasons.find(({ code }) => code !== undefined)?.code;
    const { status } = report;
    if (status === undefined) return { ...above, reasonCode: reasonCode ?? above.reasonCode };
    const meaning = Object.hasOwn(statusMeanings, status) ? statusMeanings[status] : undefined;
    if (meaning === undefined) this.report('UNKNOWN_STATUS', level, status);
    return { meaning: meaning === 'look-below' ? undefined : meaning, level, status, reasonCode };
  }

  say(paymentId: string, statement: Statement): void {
    const before = this.#said.get(paymentId);
    if (before !== undefined && before.meaning !== statement.meaning) {
      this.#conflicting.add(paymentId);
      this.report('CONFLICTING_STATUSES', 'transaction', paymentId);
    }
    this.#said.set(paymentId, statement);
  }

  outcomeOf(paymentId: string, otherwise: Statement): PaymentOutcome {
    const { meaning, level, status, reasonCode = 'NOT_GIVEN' } = this.#said.get(paymentId) ?? otherwise;
    if (meaning === undefined || this.#conflicting.has(paymentId)) return { paymentId, outcome: 'unchanged' };
    if (meaning === 'returned') return { paymentId, outcome: meaning, level, status, reasonCode };
    return { paymentId, outcome: meaning, level, status };
  }
}

interface OurBlock {
  readonly paymentInformationId: string;
  readonly known: ReadonlySet<string>;
}

function readTransaction(
  reading: Reading,
  transaction: TransactionAnswer,
  known: ReadonlySet<string>,
  above: Statement,
): void {
  const paymentId = transaction.originalIds.find((id) => known.has(id));
  if (paymentId === undefined) reading.report('UNKNOWN_PAYMENT', 'transaction', transaction.originalIds[0]);
  else reading.say(paymentId, reading.state(transaction, 'transaction', above));
}

/** @returns what the blocks say of the payments that they do not name. */
function readBlocks(
  reading: Reading,
  blocks: readonly PaymentInformationAnswer[],
  ours: OurBlock,
  above: Statement,
): Statement {
  const statements: Statement[] = [];
  for (const block of blocks) {
    const isOurs = block.originalPaymentInformationId === ours.paymentInformationId;
    if (isOurs) statements.push(reading.state(block, 'payment-information', above));
    else
      reading.report(
        'UNKNOWN_PAYMENT_INFORMATION',
        'payment-information',
        block.originalPaymentInformationId,
      );
    // What is said of a whole we do not know is not said of our payments; a payment named in it is ours all the same.
    const ofBlock = isOurs ? (statements.at(-1) ?? above) : NOTHING;
    for (const transaction of block.transactions) readTransaction(reading, transaction, ours.known, ofBlock);
  }
  const last = statements.at(-1);
  if (last === undefined) return above;
  if (statements.every(({ meaning }) => meaning === last.meaning)) return last;
  reading.report('CONFLICTING_STATUSES', 'payment-information', ours.paymentInformationId);
  return NOTHING;
}

/**
 * What the answer of the bank makes of each payment of a remittance. A statement on a lower level (transaction, payment
 * information, group) overrides the one above it. Nothing is dropped silently: what does not fit is a problem, and a payment
 * in doubt stays as it is, because a payment wrongly taken for returned would be paid twice.
 */
export function outcomesOf(answer: BankAnswer, remittance: AnsweredRemittance): BankAnswerOutcomes {
  const reading = new Reading();
  if (answer.originalMessageId !== remittance.id) {
    reading.report('OTHER_REMITTANCE', 'group', answer.originalMessageId);
    return {
      outcomes: remittance.paymentIds.map((paymentId) => ({ paymentId, outcome: 'unchanged' })),
      problems: reading.problems,
    };
  }
  const ours: OurBlock = {
    paymentInformationId: remittance.paymentInformationId ?? remittance.id,
    known: new Set(remittance.paymentIds),
  };
  const { originalNumberOfTransactions: counted } = answer;
  const isSameCount = counted === undefined || counted === remittance.paymentIds.length;
  if (!isSameCount) reading.report('NUMBER_OF_TRANSACTIONS_DIFFERS', 'group', counted.toString());

  const ofGroup = reading.state(answer.group, 'group', NOTHING);
  const ofAll = readBlocks(reading, answer.paymentInformations, ours, isSameCount ? ofGroup : NOTHING);
  const outcomes = remittance.paymentIds.map((paymentId) =>
    reading.outcomeOf(paymentId, isSameCount ? ofAll : NOTHING),
  );
  const isSilent = outcomes.every(({ outcome }) => outcome === 'unchanged') && reading.problems.length === 0;
  if (isSilent) reading.report('NOTHING_SAID', 'group');
  return { outcomes, problems: reading.problems };
}
