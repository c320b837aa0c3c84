import type { StatusReason, StatusReport } from './pain-002.ts';
import type { RefusalCause } from './reason-cause.ts';

/** What a status does to a payment; `look-below`: the level below says it for each. */
export type StatusMeaning = 'paid' | 'accepted' | 'refused' | 'look-below';

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
  RJCT: 'refused',
  /** Cancelled on request. */
  CANC: 'refused',
  /** Some accepted, others not. */
  PART: 'look-below',
};

/** Undefined of a status that is not in the table. */
export const meaningOf = (status: string | undefined): StatusMeaning | undefined =>
  status !== undefined && Object.hasOwn(statusMeanings, status) ? statusMeanings[status] : undefined;

export type AnswerLevel = 'group' | 'payment-information' | 'transaction';

/** What one level says of payments; a level without status leaves it to the one above. */
export interface Statement {
  /** Undefined where nothing certain is said: an unknown status, or PART. */
  readonly meaning: 'paid' | 'accepted' | 'refused' | undefined;
  readonly level: AnswerLevel;
  readonly status: string;
  /** Of the lowest level that gives any; with those above it where they say that the order came before. */
  readonly reasons: readonly StatusReason[];
  /** The level that gives them. */
  readonly reasonLevel: AnswerLevel;
}

export const SILENCE: Statement = {
  meaning: undefined,
  level: 'group',
  status: '',
  reasons: [],
  reasonLevel: 'group',
};

/** What is said of the whole is not said of these payments; that the order came before is true of them all the same. */
export const withoutStatus = ({ reasons, reasonLevel }: Statement): Statement => ({
  ...SILENCE,
  reasons,
  reasonLevel,
});

export type CauseOf = (reasons: readonly StatusReason[]) => RefusalCause;

/** Undefined where the status is not known. */
export function statementOf(
  { status, reasons }: StatusReport,
  {
    level,
    above,
    causeOf,
  }: { readonly level: AnswerLevel; readonly above: Statement; readonly causeOf: CauseOf },
): Statement | undefined {
  const own = reasons.filter(({ code }) => code !== undefined);
  // Refused as a whole because it came before, and a part of it for another reason besides: the first order was taken.
  const kept = causeOf(above.reasons) === 'duplicate' ? above.reasons : [];
  const said = { reasons: [...kept, ...own], reasonLevel: level };
  if (status === undefined) return own.length === 0 ? above : { ...above, ...said };
  const meaning = meaningOf(status);
  if (meaning === undefined) return undefined;
  return { meaning: meaning === 'look-below' ? undefined : meaning, level, status, ...said };
}

/**
 * Two statements of one file on one payment, in its order. Banks list what happened: accepted, then settled or refused. What was
 * refused and then settles, or the other way round, cannot be: undefined.
 */
export function mergeStatements(
  before: Statement,
  after: Statement,
  causeOf: CauseOf,
): Statement | undefined {
  if (before.meaning === after.meaning) {
    const isSame = before.meaning !== 'refused' || causeOf(before.reasons) === causeOf(after.reasons);
    // Refused twice for different reasons: all of them count.
    return isSame ? after : { ...after, reasons: [...before.reasons, ...after.reasons] };
  }
  // The order came twice: what became of the first one counts.
  const isDuplicate = ({ meaning, reasons }: Statement): boolean =>
    meaning === 'refused' && causeOf(reasons) === 'duplicate';
  if (isDuplicate(after) && before.meaning !== undefined) return before;
  if (isDuplicate(before) && after.meaning !== undefined) return after;
  if (before.meaning === 'accepted' && after.meaning !== undefined) return after;
  if (before.meaning === 'paid' && after.meaning === 'accepted') return before;
  return undefined;
}
