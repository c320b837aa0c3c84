import * as z from 'zod';
import { parseXml, XmlError } from './xml.ts';

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

export interface TransactionAnswer extends StatusReport {
  /** Our payment id, as end-to-end id or as instruction id. */
  readonly originalIds: readonly string[];
}

export interface PaymentInformationAnswer extends StatusReport {
  readonly originalPaymentInformationId: string;
  readonly transactions: readonly TransactionAnswer[];
}

export interface BankAnswer {
  readonly messageId: string;
  /** `pain.002.001.03` or later; undefined where the bank forgot the namespace. */
  readonly messageName: string | undefined;
  readonly originalMessageId: string;
  /** Number of transactions of the order, as the bank understood it. */
  readonly originalNumberOfTransactions: number | undefined;
  readonly group: StatusReport;
  readonly paymentInformations: readonly PaymentInformationAnswer[];
}

const text = z.string().min(1);
/** An empty element says nothing. */
const optionalText = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value));
const reasonSchema = z.union([
  z.literal('').transform((): StatusReason => ({ code: undefined, text: [] })),
  z
    .object({
      Rsn: z.object({ Cd: optionalText, Prtry: optionalText }).optional(),
      AddtlInf: z.array(z.string()).default([]),
    })
    .transform(({ Rsn, AddtlInf }): StatusReason => ({
      code: Rsn?.Cd ?? Rsn?.Prtry,
      text: AddtlInf.filter((line) => line !== ''),
    })),
]);
const reasons = z.array(reasonSchema).default([]);

const transactionSchema = z
  .object({
    OrgnlInstrId: optionalText,
    OrgnlEndToEndId: optionalText,
    TxSts: optionalText,
    StsRsnInf: reasons,
  })
  .transform(({ OrgnlInstrId, OrgnlEndToEndId, TxSts, StsRsnInf }): TransactionAnswer => ({
    originalIds: [OrgnlEndToEndId, OrgnlInstrId].filter((id) => id !== undefined),
    status: TxSts,
    reasons: StsRsnInf,
  }));

const paymentInformationSchema = z
  .object({
    OrgnlPmtInfId: text,
    PmtInfSts: optionalText,
    StsRsnInf: reasons,
    TxInfAndSts: z.array(transactionSchema).default([]),
  })
  .transform(({ OrgnlPmtInfId, PmtInfSts, StsRsnInf, TxInfAndSts }): PaymentInformationAnswer => ({
    originalPaymentInformationId: OrgnlPmtInfId,
    status: PmtInfSts,
    reasons: StsRsnInf,
    transactions: TxInfAndSts,
  }));

const reportSchema = z.object({
  GrpHdr: z.object({ MsgId: text }),
  OrgnlGrpInfAndSts: z.object({
    OrgnlMsgId: text,
    OrgnlNbOfTxs: z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number)
      .optional(),
    GrpSts: optionalText,
    StsRsnInf: reasons,
  }),
  OrgnlPmtInfAndSts: z.array(paymentInformationSchema).default([]),
});

const documentSchema = z.object({ Document: z.record(z.string(), z.unknown()) });
const REPORT = 'CstmrPmtStsRpt';
const repeated = new Set(['OrgnlPmtInfAndSts', 'TxInfAndSts', 'StsRsnInf', 'AddtlInf']);

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
    const { content, messageNames } = parseXml(xml, repeated);
    const document = documentSchema.safeParse(content);
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
    messageName,
    originalMessageId: OrgnlGrpInfAndSts.OrgnlMsgId,
    originalNumberOfTransactions: OrgnlGrpInfAndSts.OrgnlNbOfTxs,
    group: { status: OrgnlGrpInfAndSts.GrpSts, reasons: OrgnlGrpInfAndSts.StsRsnInf },
    paymentInformations: OrgnlPmtInfAndSts,
  };
}
