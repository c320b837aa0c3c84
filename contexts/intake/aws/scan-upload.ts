import { randomUUID } from 'node:crypto';
import type { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPost } from '@aws-sdk/s3-presigned-post';
import { dayInMorocco } from '#shared';
import { fileIdOf } from '../domain/receipt.ts';
import { SUBMISSION_DATE_METADATA } from './scan-store.ts';

export interface UploadForm {
  readonly bucket: string;
  readonly key: string;
  readonly post: PresignedPost;
}

export interface UploadRequest {
  readonly channelId: string;
  /** `<day>/<uuid>`; left out, a new one. */
  readonly uploadId?: string | undefined;
  readonly contentType: string;
  readonly maxFileBytes: number;
  /** ISO date the channel took the paper in; left out: the day of upload counts. */
  readonly submissionDate?: string | undefined;
  readonly validSeconds: number;
  readonly now: Date;
}

/** S3 did not take a file; the message says why in S3's own words. */
export class UploadRefusedError extends Error {
  override name = 'UploadRefusedError';
}

/** Where an upload of a channel lies. */
export const uploadKeyOf = (channelId: string, uploadId: string): string =>
  `incoming/${channelId}/${uploadId}`;

/**
 * A form with which a channel may upload one file, and nothing else: this key in its own folder, this type, at most this
 * many bytes, for some minutes. The key is ours, so that no client's file name (with a patient's name in it) gets into it.
 */
export async function createUploadForm(
  client: S3Client,
  bucket: string,
  request: UploadRequest,
): Promise<UploadForm> {
  const { channelId, contentType, maxFileBytes, submissionDate, validSeconds, now } = request;
  const uploadId = request.uploadId ?? `${dayInMorocco(now)}/${randomUUID()}`;
  const key = uploadKeyOf(channelId, uploadId);
  const fields: Record<string, string> = { 'Content-Type': contentType };
  if (submissionDate !== undefined) fields[`x-amz-meta-${SUBMISSION_DATE_METADATA}`] = submissionDate;
  const post = await createPresignedPost(client, {
    Bucket: bucket,
    Key: key,
    Expires: validSeconds,
    // Each field becomes a condition too: the form holds for these very values.
    Fields: fields,
    // Empty files are let in, to be answered with a reason.
    Conditions: [['content-length-range', 0, maxFileBytes]],
  });
  return { bucket, key, post };
}

/**
 * Uploads one file with such a form, as a scanner's software does.
 * @returns the receipt number
 * @throws UploadRefusedError
 */
export async function uploadWithForm(form: UploadForm, bytes: Uint8Array): Promise<string> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form.post.fields)) body.append(name, value);
  body.append('file', new Blob([Buffer.from(bytes)]));
  const response = await fetch(form.post.url, { method: 'POST', body });
  if (!response.ok) {
    const code = /<Code>([^<]+)<\/Code>/.exec(await response.text())?.[1] ?? `HTTP ${response.status}`;
    throw new UploadRefusedError(`S3 refused the upload: ${code}`);
  }
  return fileIdOf({
    bucket: form.bucket,
    key: form.key,
    versionId: response.headers.get('x-amz-version-id') ?? '',
  });
}
