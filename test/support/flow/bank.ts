import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { XMLParser } from 'fast-xml-parser';
import * as z from 'zod';
import type { MilafClient } from '../../../contexts/operations/aws/milaf-client.ts';
import { verifyPain001 } from '../../../contexts/payments/domain/verify-pain-001.ts';

const orderSchema = z.object({
  Document: z.object({
    CstmrCdtTrfInitn: z.object({
      GrpHdr: z.object({ MsgId: z.string() }),
      PmtInf: z.object({
        CdtTrfTxInf: z.array(
          z.object({
            PmtId: z.object({ EndToEndId: z.string() }),
            Amt: z.object({ InstdAmt: z.string() }),
            CdtrAcct: z.object({ Id: z.object({ IBAN: z.string() }) }),
          }),
        ),
      }),
    }),
  }),
});

export interface OrderedTransaction {
  readonly batchId: string;
  readonly paymentId: string;
  readonly amountDirhams: string;
  readonly iban: string;
}

/** The bank's end of the bucket it shares with Milaf. */
export class Bank {
  readonly #s3 = new S3Client({ forcePathStyle: true });
  readonly #bucket: string;

  constructor(client: MilafClient) {
    this.#bucket = client.outputs.get('BankBucketName') ?? '';
  }

  /** Every order as it was written. */
  async orders(): Promise<readonly string[]> {
    const { Contents = [] } = await this.#s3.send(
      new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: 'remittances/' }),
    );
    return Promise.all(
      Contents.map(async ({ Key }) => {
        const { Body } = await this.#s3.send(new GetObjectCommand({ Bucket: this.#bucket, Key }));
        return (await Body?.transformToString('utf8')) ?? '';
      }),
    );
  }

  /** Every transaction of every order; an order whose counts or sums are wrong is an error. */
  async transactions(): Promise<readonly OrderedTransaction[]> {
    const orders = await this.orders();
    return orders.flatMap((xml) => {
      const faults = verifyPain001(xml);
      if (faults.length > 0) throw new Error(`A bank order is wrong: ${faults.join('; ')}`);
      return transactionsOf(xml);
    });
  }
}

function transactionsOf(xml: string): OrderedTransaction[] {
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'CdtTrfTxInf' });
  const order = orderSchema.parse(parser.parse(xml)).Document.CstmrCdtTrfInitn;
  return order.PmtInf.CdtTrfTxInf.map(({ PmtId, Amt, CdtrAcct }) => ({
    batchId: order.GrpHdr.MsgId,
    paymentId: PmtId.EndToEndId,
    amountDirhams: Amt.InstdAmt,
    iban: CdtrAcct.Id.IBAN,
  }));
}

/** An answer of a bank (pain.002.001.03) to a whole order, or to some of its payments. */
export function pain002(answer: {
  readonly batchId: string;
  readonly groupStatus?: string;
  readonly groupReason?: string;
  readonly paymentInformationStatus?: string;
  readonly transactions?: readonly {
    readonly paymentId: string;
    readonly status: string;
    readonly reason?: string;
  }[];
}): Uint8Array {
  const status = (tag: string, value: string | undefined): string =>
    value === undefined ? '' : `<${tag}>${value}</${tag}>`;
  const reason = (code: string | undefined): string =>
    code === undefined ? '' : `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf>`;
  const transactions = (answer.transactions ?? []).map(
    ({ paymentId, status: txStatus, reason: txReason }) =>
      `<TxInfAndSts><OrgnlEndToEndId>${paymentId}</OrgnlEndToEndId><TxSts>${txStatus}</TxSts>${reason(txReason)}</TxInfAndSts>`,
  );
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>' +
    `<GrpHdr><MsgId>ANSWER-${answer.batchId}</MsgId><CreDtTm>2026-01-01T10:00:00Z</CreDtTm></GrpHdr>` +
    `<OrgnlGrpInfAndSts><OrgnlMsgId>${answer.batchId}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>` +
    `${status('GrpSts', answer.groupStatus)}${reason(answer.groupReason)}</OrgnlGrpInfAndSts>` +
    (answer.paymentInformationStatus === undefined && transactions.length === 0
      ? ''
      : `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${answer.batchId}</OrgnlPmtInfId>` +
        `${status('PmtInfSts', answer.paymentInformationStatus)}${transactions.join('')}</OrgnlPmtInfAndSts>`) +
    '</CstmrPmtStsRpt></Document>';
  return new TextEncoder().encode(xml);
}
