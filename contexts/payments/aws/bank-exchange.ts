import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { BankAnswerError } from '../domain/pain-002.ts';
import { MOST_XML_BYTES, tooLargeMessage } from '../domain/xml.ts';
import type { BankExchange } from '../ports/bank-exchange.ts';

/** Folders of the bucket that is shared with the bank's connector. */
export const BANK_ORDERS_PREFIX = 'remittances/';
export const BANK_ANSWERS_PREFIX = 'answers/';

export class S3BankExchange implements BankExchange {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async writeOrder(batchId: string, xml: string): Promise<string> {
    const key = `${BANK_ORDERS_PREFIX}${batchId}.xml`;
    await this.#client.send(
      new PutObjectCommand({ Bucket: this.#bucket, Key: key, Body: xml, ContentType: 'application/xml' }),
    );
    return key;
  }

  async readAnswer(key: string): Promise<string> {
    const { ContentLength = 0 } = await this.#client.send(
      new HeadObjectCommand({ Bucket: this.#bucket, Key: key }),
    );
    if (ContentLength > MOST_XML_BYTES) throw new BankAnswerError(tooLargeMessage);
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
    if (Body === undefined) throw new Error('S3 answered without a body');
    return Body.transformToString('utf8');
  }
}
