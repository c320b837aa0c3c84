import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { storedFormSchema } from '../../core/contracts/stored-form.ts';
import type { ReadingStore, StoredForm } from '../../core/ports/documents.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Raw OCR answers and care forms on S3, compressed. */
export class S3ReadingStore implements ReadingStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async saveAnswer(fileId: string, answer: unknown): Promise<void> {
    await this.#save(`answers/${fileId}.json.gz`, answer);
  }

  async saveForm(claimId: string, stored: StoredForm, revision?: string): Promise<void> {
    await this.#save(formKey(claimId, revision), stored);
  }

  async loadForm(claimId: string, revision?: string): Promise<StoredForm> {
    const { Body } = await this.#client.send(
      new GetObjectCommand({ Bucket: this.#bucket, Key: formKey(claimId, revision) }),
    );
    if (Body === undefined) throw new Error('S3 answered without a body');
    const json = (await decompress(await Body.transformToByteArray())).toString('utf8');
    return storedFormSchema.parse(JSON.parse(json));
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
}

const formKey = (claimId: string, revision: string | undefined) =>
  revision === undefined ? `forms/${claimId}.json.gz` : `forms/${claimId}/${revision}.json.gz`;
