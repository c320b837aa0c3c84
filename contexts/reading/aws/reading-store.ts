import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { storedFormSchema } from '../records/stored-form.ts';
import {
  storedBarcodesSchema,
  storedLooksSchema,
  storedPictureWordsSchema,
} from '../records/stored-witnesses.ts';
import type { PageBarcode, PictureWord, SecondLook } from '../domain/witnesses.ts';
import type { ReadingStore, StoredForm } from '../ports/reading-store.ts';
import type { WitnessStore } from '../ports/witness-store.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Raw OCR answers, what else was seen on the pages, and care forms on S3, compressed. */
export class S3ReadingStore implements ReadingStore, WitnessStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async saveAnswer(fileId: string, answer: unknown): Promise<void> {
    await this.#save(answerKey(fileId), answer);
  }

  async loadAnswer(fileId: string): Promise<unknown> {
    return this.#load(answerKey(fileId));
  }

  async saveForm(claimId: string, stored: StoredForm, revision?: string): Promise<void> {
    await this.#save(formKey(claimId, revision), stored);
  }

  async loadForm(claimId: string, revision?: string): Promise<StoredForm> {
    return storedFormSchema.parse(await this.#load(formKey(claimId, revision)));
  }

  async findFormAsRead(claimId: string): Promise<StoredForm | undefined> {
    return storedFormSchema.optional().parse(await this.#find(formKey(claimId, undefined)));
  }

  async saveBarcodes(fileId: string, barcodes: readonly PageBarcode[]): Promise<void> {
    await this.#save(witnessKey(fileId, 'barcodes'), barcodes);
  }

  async loadBarcodes(fileId: string): Promise<readonly PageBarcode[] | undefined> {
    return storedBarcodesSchema.optional().parse(await this.#find(witnessKey(fileId, 'barcodes')));
  }

  async savePictureWords(fileId: string, words: readonly PictureWord[]): Promise<void> {
    await this.#save(witnessKey(fileId, 'picture-words'), words);
  }

  async loadPictureWords(fileId: string): Promise<readonly PictureWord[] | undefined> {
    return storedPictureWordsSchema.optional().parse(await this.#find(witnessKey(fileId, 'picture-words')));
  }

  async saveSecondLooks(fileId: string, looks: readonly SecondLook[]): Promise<void> {
    await this.#save(witnessKey(fileId, 'second-looks'), looks);
  }

  async loadSecondLooks(fileId: string): Promise<readonly SecondLook[] | undefined> {
    return storedLooksSchema.optional().parse(await this.#find(witnessKey(fileId, 'second-looks')));
  }

  async #save(key: string, value: unknown): Promise<void> {
    await this.#client.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: key,
        Body: await compress(JSON.stringify(value)),
        ContentType: 'application/json',
        ContentEncoding: 'gzip',
      }),
    );
  }

  async #load(key: string): Promise<unknown> {
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
    if (Body === undefined) throw new Error('S3 answered without a body');
    return JSON.parse((await decompress(await Body.transformToByteArray())).toString('utf8'));
  }

  /** @returns undefined where there is no such object */
  async #find(key: string): Promise<unknown> {
    try {
      return await this.#load(key);
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }
}

const answerKey = (fileId: string) => `answers/${fileId}.json.gz`;

const formKey = (claimId: string, revision: string | undefined) =>
  revision === undefined ? `forms/${claimId}.json.gz` : `forms/${claimId}/${revision}.json.gz`;

const witnessKey = (fileId: string, kind: 'barcodes' | 'picture-words' | 'second-looks') =>
  `witnesses/${fileId}/${kind}.json.gz`;
