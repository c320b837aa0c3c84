import * as z from 'zod';
import type { Centimes } from '#shared';
import { amountOfText, countOfText, instantOfText } from './bank-values.ts';
import { ATTRIBUTE_PREFIX, parseXml, XmlError } from './xml.ts';

/** A file that is not an answer of a bank to our orders; the message says what it is and what to do. */
export class BankAnswerError extends Error {
  override name = 'BankAnswerError';
}

export interface StatusReason {
  /** ISO 20022 reason code, such as `AC01` (account number wrong), or the bank's own. */
  readonly code: string | undefined;
  /** The bank's words. They may name a person: never to be logged. */
  readonly text: readonly string[];
}

export interface StatusReport {
  /** Undefined where the bank says nothing on this level. */
  readonly status: string | undefined;
  readonly reasons: readonly StatusReason[];
}

export interface AnsweredAmount {
  readonly centimes: Centimes | undefined;
  /** Undefined where it names none. */
  readonly currency: string | undefined;
}

export interface TransactionAnswer extends StatusReport {
  /** Our payment id, as end-to-end id and as instruction id. */
  readonly originalIds: readonly string[];
  /** What the bank repeats of the order, and what it settles between banks, where it says so. */
  readonly amounts: readonly AnsweredAmount[];
  readonly account?: string | undefined;
}

export interface PaymentInformationAnswer extends StatusReport {
  /** Undefined where the block is empty. */
  readonly originalPaymentInformationId: string | undefined;
  readonly totals: AnsweredTotals;
  readonly transactions: readonly TransactionAnswer[];
}

/** How many payments, and of what sum, the bank says that it speaks of. */
export interface AnsweredTotals {
  readonly numberOfTransactions: number | undefined;
  readonly controlSumCentimes: Centimes | undefined;
  /** How many of them have which status, where the bank counts them. */
  readonly perStatus: readonly { readonly status: string; readonly count: number }[];
}

export interface BankAnswer {
  readonly messageId: string;
  /** ISO instant at which the bank wrote it; undefined where it gives none that can be read. */
  readonly createdAt: string | undefined;
  /** `pain.002.001.03` or later; undefined where the bank forgot the namespace. */
  readonly messageName: string | undefined;
  readonly originalMessageId: string;
  /** Which message the bank says that it answers, as it writes it, such as `pain.001.001.09`. */
  readonly originalMessageName?: string | undefined;
  /** Of the order, as the bank understood it. */
  readonly totals: AnsweredTotals;
  readonly group: StatusReport;
  readonly paymentInformations: readonly PaymentInformationAnswer[];
}

const text = z.string().min(1);
/** An empty element says nothing. */
const optionalText = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value));
/** An element that is there and empty is one that is not there: the schema forbids it, and banks send it. */
const emptyIsAbsent = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const emptyIsNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? {} : value), schema);

const numberBy = (parse: (text: string) => number | undefined) =>
  emptyIsAbsent(
    z.string().transform((value, context) => {
      const number = parse(value);
      if (number === undefined) context.addIssue('not a number of this kind');
      return number;
    }),
  );
const amountText = numberBy(amountOfText);
const countText = numberBy(countOfText);

const reasonSchema = emptyIsNothing(
  z.object({
    Rsn: emptyIsAbsent(z.object({ Cd: optionalText, Prtry: optionalText })),
    AddtlInf: z.array(z.string()).default([]),
  }),
).transform(({ Rsn, AddtlInf }): StatusReason[] => {
  const text = AddtlInf.filter((line) => line !== '');
  // The schema allows one of both; where a bank writes both, both count.
  const codes = [Rsn?.Cd, Rsn?.Prtry].filter((code) => code !== undefined);
  return codes.length === 0 ? [{ code: undefined, text }] : codes.map((code) => ({ code, text }));
});
const reasons = z
  .array(reasonSchema)
  .default([])
  .transform((each) => each.flat());

/** The account as the order named it: by IBAN, or by RIB. */
const accountSchema = z.object({
  Id: emptyIsAbsent(z.object({ IBAN: optionalText, Othr: emptyIsAbsent(z.object({ Id: optionalText })) })),
});

const CURRENCY = 'Ccy';
const amountSchema = z
  .preprocess(
    (value) => (typeof value === 'object' ? value : { '#text': value }),
    z.object({ '#text': amountText, [`${ATTRIBUTE_PREFIX}${CURRENCY}`]: optionalText }),
  )
  .transform((amount): AnsweredAmount => ({
    centimes: amount['#text'],
    currency: amount[`${ATTRIBUTE_PREFIX}${CURRENCY}`],
  }));

const originalSchema = z.object({
  IntrBkSttlmAmt: emptyIsAbsent(amountSchema),
  Amt: emptyIsAbsent(
    z.object({
      InstdAmt: amountSchema.optional(),
      EqvtAmt: emptyIsAbsent(z.object({ Amt: amountSchema, CcyOfTrf: optionalText })),
    }),
  ),
  CdtrAcct: emptyIsAbsent(accountSchema),
});

const transactionSchema = emptyIsNothing(
  z.object({
    OrgnlInstrId: optionalText,
    OrgnlEndToEndId: optionalText,
    TxSts: optionalText,
    StsRsnInf: reasons,
    OrgnlTxRef: emptyIsAbsent(originalSchema),
  }),
).transform(({ OrgnlInstrId, OrgnlEndToEndId, TxSts, StsRsnInf, OrgnlTxRef }): TransactionAnswer => ({
  originalIds: [OrgnlEndToEndId, OrgnlInstrId].filter((id) => id !== undefined),
  status: TxSts,
  reasons: StsRsnInf,
  amounts: [
    OrgnlTxRef?.Amt?.InstdAmt,
    OrgnlTxRef?.Amt?.EqvtAmt?.Amt,
    // What is to arrive, of which the amount is not said.
    OrgnlTxRef?.Amt?.EqvtAmt && { centimes: undefined, currency: OrgnlTxRef.Amt.EqvtAmt.CcyOfTrf },
    OrgnlTxRef?.IntrBkSttlmAmt,
  ].filter((amount) => amount !== undefined),
  account: OrgnlTxRef?.CdtrAcct?.Id?.IBAN ?? OrgnlTxRef?.CdtrAcct?.Id?.Othr?.Id,
}));

const perStatusSchema = z
  .array(emptyIsNothing(z.object({ DtldNbOfTxs: countText, DtldSts: optionalText })))
  .default([])
  .transform((counts) =>
    counts.flatMap(({ DtldNbOfTxs: count, DtldSts: status }) =>
      count === undefined || status === undefined ? [] : [{ status, count }],
    ),
  );

const paymentInformationSchema = emptyIsNothing(
  z.object({
    OrgnlPmtInfId: optionalText,
    OrgnlNbOfTxs: countText,
    OrgnlCtrlSum: amountText,
    PmtInfSts: optionalText,
    StsRsnInf: reasons,
    NbOfTxsPerSts: perStatusSchema,
    TxInfAndSts: z.array(transactionSchema).default([]),
  }),
).transform(
  ({
    OrgnlPmtInfId,
    OrgnlNbOfTxs,
    OrgnlCtrlSum,
    PmtInfSts,
    StsRsnInf,
    NbOfTxsPerSts: perStatus,
    TxInfAndSts,
  }): PaymentInformationAnswer => ({
    originalPaymentInformationId: OrgnlPmtInfId,
    totals: { numberOfTransactions: OrgnlNbOfTxs, controlSumCentimes: OrgnlCtrlSum, perStatus },
    status: PmtInfSts,
    reasons: StsRsnInf,
    transactions: TxInfAndSts,
  }),
);

const reportSchema = z.object({
  GrpHdr: z.object({ MsgId: text, CreDtTm: optionalText }),
  OrgnlGrpInfAndSts: z.object({
    OrgnlMsgId: text,
    OrgnlMsgNmId: optionalText,
    OrgnlNbOfTxs: countText,
    OrgnlCtrlSum: amountText,
    GrpSts: optionalText,
    StsRsnInf: reasons,
    NbOfTxsPerSts: perStatusSchema,
  }),
  OrgnlPmtInfAndSts: z.array(paymentInformationSchema).default([]),
});

const documentSchema = z.object({ Document: z.record(z.string(), z.unknown()) });
/** Envelopes of SWIFT in which banks pass a message on as it came to them. */
const envelopeSchema = z
  .object({ BusMsgEnvlp: documentSchema })
  .transform(({ BusMsgEnvlp }) => BusMsgEnvlp)
  .or(z.object({ DataPDU: z.object({ Body: documentSchema }) }).transform(({ DataPDU }) => DataPDU.Body));
const REPORT = 'CstmrPmtStsRpt';
const repeated = new Set(['OrgnlPmtInfAndSts', 'TxInfAndSts', 'StsRsnInf', 'NbOfTxsPerSts', 'AddtlInf']);

/** The message by its namespace; versions before 03 are built in another way. */
function demandMessageName(messageNames: readonly string[]): string | undefined {
  const name = messageNames.find((candidate) => candidate.startsWith('pain.002.001.')) ?? messageNames[0];
  if (name === undefined) return undefined;
  if (!name.startsWith('pain.002.001.'))
    throw new BankAnswerError(`This is a ${name} file; the answer to an order is pain.002.001.03 or later`);
  if (name < 'pain.002.001.03')
    throw new BankAnswerError(`${name} is too old to be read: ask the bank for pain.002.001.03 or later`);
  return name;
}

function parseDocument(xml: string): { readonly report: unknown; readonly messageName: string | undefined } {
  try {
    const { content, messageNames } = parseXml(xml, repeated, CURRENCY);
    const document = documentSchema.or(envelopeSchema).safeParse(content);
    const messageName = demandMessageName(messageNames);
    const report = document.data?.Document[REPORT];
    if (report === undefined) {
      throw new BankAnswerError(`This is not an answer of a bank: Document/${REPORT} (pain.002) is expected`);
    }
    return { report, messageName };
  } catch (error) {
    if (error instanceof XmlError) throw new BankAnswerError(error.message, { cause: error });
    throw error;
  }
}

/**
 * Reads the answer of the bank to an order: ISO 20022 customer payment status report, pain.002.001.03 and later, with any
 * namespace prefix.
 * @throws BankAnswerError when it is not XML, not whole, unsafe (document type, entities), another message, or lacks what
 *   is needed to know which order it answers.
 */
export function parsePain002(xml: string): BankAnswer {
  const { report, messageName } = parseDocument(xml);
  const parsed = reportSchema.safeParse(report);
  if (!parsed.success) {
    const places = parsed.error.issues.map(({ path }) => [REPORT, ...path].join('/'));
    throw new BankAnswerError(
      `The answer of the bank cannot be understood: ${places.join(', ')} missing or wrong; ask the bank for it again`,
    );
  }
  const { GrpHdr, OrgnlGrpInfAndSts, OrgnlPmtInfAndSts } = parsed.data;
  return {
    messageId: GrpHdr.MsgId,
    createdAt: instantOfText(GrpHdr.CreDtTm),
    messageName,
    originalMessageId: OrgnlGrpInfAndSts.OrgnlMsgId,
    originalMessageName: OrgnlGrpInfAndSts.OrgnlMsgNmId,
    totals: {
      numberOfTransactions: OrgnlGrpInfAndSts.OrgnlNbOfTxs,
      controlSumCentimes: OrgnlGrpInfAndSts.OrgnlCtrlSum,
      perStatus: OrgnlGrpInfAndSts.NbOfTxsPerSts,
    },
    group: { status: OrgnlGrpInfAndSts.GrpSts, reasons: OrgnlGrpInfAndSts.StsRsnInf },
    paymentInformations: OrgnlPmtInfAndSts,
  };
}
