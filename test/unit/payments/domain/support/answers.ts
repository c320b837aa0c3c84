interface TransactionInput {
  readonly id: string;
  readonly status?: string;
  readonly reason?: string;
  readonly text?: string;
  readonly instructionId?: string;
  readonly amount?: string;
  readonly account?: string;
}

interface BlockInput {
  readonly id: string;
  readonly status?: string;
  readonly reason?: string;
  readonly numberOfTransactions?: number;
  readonly controlSum?: string;
  readonly transactions?: readonly TransactionInput[];
}

interface AnswerInput {
  readonly originalMessageId: string;
  readonly numberOfTransactions?: number;
  readonly controlSum?: string;
  readonly groupStatus?: string;
  readonly groupReason?: string;
  readonly blocks?: readonly BlockInput[];
  readonly version?: string;
}

const element = (name: string, content: string | number | undefined): string =>
  content === undefined ? '' : `<${name}>${content}</${name}>`;

const reasonXml = (reason: string | undefined, text: string | undefined): string =>
  reason === undefined
    ? ''
    : `<StsRsnInf><Rsn><Cd>${reason}</Cd></Rsn>${element('AddtlInf', text)}</StsRsnInf>`;

const originalXml = ({ amount, account }: TransactionInput): string =>
  amount === undefined && account === undefined
    ? ''
    : `<OrgnlTxRef>${amount === undefined ? '' : `<Amt><InstdAmt Ccy="MAD">${amount}</InstdAmt></Amt>`}${account === undefined ? '' : `<CdtrAcct><Id><IBAN>${account}</IBAN></Id></CdtrAcct>`}</OrgnlTxRef>`;

const transactionXml = (transaction: TransactionInput): string => {
  const { id, instructionId, status, reason, text } = transaction;
  return `<TxInfAndSts>${element('OrgnlInstrId', instructionId)}<OrgnlEndToEndId>${id}</OrgnlEndToEndId>${element('TxSts', status)}${reasonXml(reason, text)}${originalXml(transaction)}</TxInfAndSts>`;
};

const blockXml = ({
  id,
  status,
  reason,
  numberOfTransactions,
  controlSum,
  transactions = [],
}: BlockInput): string =>
  `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${id}</OrgnlPmtInfId>${element('OrgnlNbOfTxs', numberOfTransactions)}${element('OrgnlCtrlSum', controlSum)}${element('PmtInfSts', status)}${reasonXml(reason, undefined)}${transactions.map(transactionXml).join('')}</OrgnlPmtInfAndSts>`;

/** A pain.002 as a bank would send it. */
export function answerXml({
  originalMessageId,
  numberOfTransactions,
  controlSum,
  groupStatus,
  groupReason,
  blocks = [],
  version = '10',
}: AnswerInput): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}"><CstmrPmtStsRpt>
<GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-11-20T11:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${originalMessageId}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${element('OrgnlNbOfTxs', numberOfTransactions)}${element('OrgnlCtrlSum', controlSum)}${element('GrpSts', groupStatus)}${reasonXml(groupReason, undefined)}</OrgnlGrpInfAndSts>
${blocks.map(blockXml).join('\n')}
</CstmrPmtStsRpt></Document>`;
}
