interface TransactionInput {
  readonly id: string;
  readonly status?: string;
  readonly reason?: string;
  readonly text?: string;
}

interface BlockInput {
  readonly id: string;
  readonly status?: string;
  readonly reason?: string;
  readonly transactions?: readonly TransactionInput[];
}

interface AnswerInput {
  readonly originalMessageId: string;
  readonly numberOfTransactions?: number;
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

const transactionXml = ({ id, status, reason, text }: TransactionInput): string =>
  `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId>${element('TxSts', status)}${reasonXml(reason, text)}</TxInfAndSts>`;

const blockXml = ({ id, status, reason, transactions = [] }: BlockInput): string =>
  `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${id}</OrgnlPmtInfId>${element('PmtInfSts', status)}${reasonXml(reason, undefined)}${transactions.map(transactionXml).join('')}</OrgnlPmtInfAndSts>`;

/** A pain.002 as a bank would send it. */
export function answerXml({
  originalMessageId,
  numberOfTransactions,
  groupStatus,
  groupReason,
  blocks = [],
  version = '10',
}: AnswerInput): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}"><CstmrPmtStsRpt>
<GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-11-22T08:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${originalMessageId}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${element('OrgnlNbOfTxs', numberOfTransactions)}${element('GrpSts', groupStatus)}${reasonXml(groupReason, undefined)}</OrgnlGrpInfAndSts>
${blocks.map(blockXml).join('\n')}
</CstmrPmtStsRpt></Document>`;
}
