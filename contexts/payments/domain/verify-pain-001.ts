import * as z from 'zod';
import { parseXml, XmlError } from './xml.ts';

const text = z.string().min(1);
const totalsShape = { NbOfTxs: text.optional(), CtrlSum: text.optional() };
const transactionSchema = z.object({
  PmtId: z.object({ EndToEndId: text }),
  Amt: z.object({ InstdAmt: text }),
});
const orderSchema = z.object({
  Document: z.object({
    CstmrCdtTrfInitn: z.object({
      GrpHdr: z.object({ MsgId: text, ...totalsShape }),
      PmtInf: z.array(z.object({ PmtInfId: text, ...totalsShape, CdtTrfTxInf: z.array(transactionSchema) })),
    }),
  }),
});
type Transaction = z.infer<typeof transactionSchema>;

/** Decimals of CtrlSum that ISO 20022 allows: amounts are compared as whole numbers of this fraction. */
const FRACTION_DIGITS = 17;

function toExact(decimal: string): bigint | undefined {
  const [, whole, fraction = ''] = /^(\d{1,18})(?:\.(\d{1,17}))?$/.exec(decimal) ?? [];
  return whole === undefined ? undefined : BigInt(whole + fraction.padEnd(FRACTION_DIGITS, '0'));
}

function totalProblems(
  level: string,
  { NbOfTxs, CtrlSum }: { readonly NbOfTxs?: string | undefined; readonly CtrlSum?: string | undefined },
  transactions: readonly Transaction[],
): string[] {
  const problems: string[] = [];
  if (NbOfTxs !== undefined && Number(NbOfTxs) !== transactions.length) {
    problems.push(`${level}: NbOfTxs says ${NbOfTxs}, there are ${transactions.length} transactions`);
  }
  const amounts = transactions.map(({ Amt }) => toExact(Amt.InstdAmt));
  const sum = amounts.reduce<bigint>((total, amount) => total + (amount ?? 0n), 0n);
  if (CtrlSum !== undefined && toExact(CtrlSum) !== sum)
    problems.push(`${level}: CtrlSum is not the sum of the amounts`);
  return problems;
}

function transactionProblems(transactions: readonly Transaction[]): string[] {
  const seen = new Set<string>();
  return transactions.flatMap(({ PmtId, Amt }) => {
    const problems: string[] = [];
    if (seen.has(PmtId.EndToEndId)) problems.push(`Payment ${PmtId.EndToEndId} appears twice`);
    seen.add(PmtId.EndToEndId);
    if ((toExact(Amt.InstdAmt) ?? 0n) <= 0n)
      problems.push(`Payment ${PmtId.EndToEndId} has no amount above zero`);
    return problems;
  });
}

/**
 * Checks what the schema of pain.001 cannot: that the counts and sums said in the group header and in each payment
 * information are those of the transactions, that no payment appears twice and that each has an amount.
 * @returns what is wrong, in words for an operator, without names or accounts; empty for an order that may be sent.
 */
export function verifyPain001(xml: string): readonly string[] {
  let parsed: z.ZodSafeParseResult<z.infer<typeof orderSchema>>;
  try {
    parsed = orderSchema.safeParse(parseXml(xml, new Set(['PmtInf', 'CdtTrfTxInf'])).content);
  } catch (error) {
    if (error instanceof XmlError) return [error.message];
    throw error;
  }
  if (!parsed.success) {
    return [
      `The file is not a pain.001 order: ${parsed.error.issues.map(({ path }) => path.join('/')).join(', ')} missing or wrong`,
    ];
  }
  const { GrpHdr, PmtInf } = parsed.data.Document.CstmrCdtTrfInitn;
  const all = PmtInf.flatMap(({ CdtTrfTxInf }) => CdtTrfTxInf);
  return [
    ...(GrpHdr.NbOfTxs === undefined ? ['GrpHdr: NbOfTxs is missing'] : []),
    ...totalProblems('GrpHdr', GrpHdr, all),
    ...PmtInf.flatMap((information) =>
      totalProblems(`PmtInf ${information.PmtInfId}`, information, information.CdtTrfTxInf),
    ),
    ...transactionProblems(all),
  ];
}
