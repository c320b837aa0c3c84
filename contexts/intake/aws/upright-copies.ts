import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { UploadRef } from '#claims';
import type { UprightCopies } from '../ports/upright-copies.ts';

/** Folder of the readings bucket. */
const FOLDER = 'upright/';

/** Upright copies of scans on S3. */
export class S3UprightCopies implements UprightCopies {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async save(fileId: string, bytes: Uint8Array): Promise<UploadRef> {
    const key = `${FOLDER}${fileId}`;
    await this.#client.send(new PutObjectCommand({ Bucket: this.#bucket, Key: key, Body: bytes }));
    // No version: saved again, it is the same picture, and the OCR may read either.
    return { bucket: this.#bucket, key, versionId: '' };
  }
}
