import type { S3Client } from '@aws-sdk/client-s3';
import type { UploadRef } from '#claims';
import type { Clock } from '#shared';
import type { PostForm, UploadFormRequest, Uploads } from '../ports/uploads.ts';
import { listVersions } from './scan-store.ts';
import { createUploadForm, uploadKeyOf } from './scan-upload.ts';

/** A slow line needs some minutes for a large file; a form that expired is asked for again. */
const FORM_VALID_SECONDS = 900;

/** Uploads from a browser straight to S3. What arrived is known by its versions: nothing of a file is read here. */
export class S3BrowserUploads implements Uploads {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #maxFileBytes: number;
  readonly #clock: Clock;

  constructor(client: S3Client, bucket: string, maxFileBytes: number, clock: Clock) {
    this.#client = client;
    this.#bucket = bucket;
    this.#maxFileBytes = maxFileBytes;
    this.#clock = clock;
  }

  async createForm(request: UploadFormRequest): Promise<PostForm> {
    const { post } = await createUploadForm(this.#client, this.#bucket, {
      ...request,
      maxFileBytes: this.#maxFileBytes,
      validSeconds: FORM_VALID_SECONDS,
      now: this.#clock(),
    });
    return { url: post.url, fields: post.fields, expiresInSeconds: FORM_VALID_SECONDS };
  }

  async findFirst(
    channelId: string,
    uploadId: string,
  ): Promise<{ upload: UploadRef; uploadedAt: Date } | undefined> {
    const key = uploadKeyOf(channelId, uploadId);
    const first = (await listVersions(this.#client, { bucket: this.#bucket, key })).at(-1);
    if (first?.uploadedAt === undefined) return undefined;
    const { uploadedAt, ...upload } = first;
    return { upload, uploadedAt };
  }
}
