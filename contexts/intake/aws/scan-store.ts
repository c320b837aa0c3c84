import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  NotFound,
  NoSuchKey,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { ScanStore, UploadDescription, UploadRef } from '#claims';

/** Metadata of an upload in which a channel says on which day it took the paper in (`x-amz-meta-deposit-date`). */
export const SUBMISSION_DATE_METADATA = 'deposit-date';

/** The bucket of scans on S3. */
export class S3ScanStore implements ScanStore {
  readonly #client: S3Client;
  readonly #quarantineBucket: string;

  constructor(client: S3Client, quarantineBucket: string) {
    this.#client = client;
    this.#quarantineBucket = quarantineBucket;
  }

  async describe(upload: UploadRef): Promise<UploadDescription | undefined> {
    try {
      const head = await this.#client.send(new HeadObjectCommand(locationOf(upload)));
      return {
        sizeBytes: head.ContentLength ?? 0,
        uploadedAt: head.LastModified ?? new Date(),
        versionId: head.VersionId ?? upload.versionId,
        declaredSubmissionDate: head.Metadata?.[SUBMISSION_DATE_METADATA],
      };
    } catch (error) {
      if (error instanceof NotFound || error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  async read(upload: UploadRef): Promise<Uint8Array> {
    return readUpload(this.#client, upload);
  }

  async listOlderVersions(upload: UploadRef): Promise<readonly UploadRef[]> {
    const { bucket, key } = upload;
    const newestFirst = (await listVersions(this.#client, upload)).map(({ versionId }) => versionId);
    const at = newestFirst.indexOf(upload.versionId);
    const older = at < 0 ? [] : newestFirst.slice(at + 1).reverse();
    return older.map((versionId) => ({ bucket, key, versionId }));
  }

  async copyToQuarantine(upload: UploadRef, channelId: string, fileId: string): Promise<void> {
    const version = upload.versionId === '' ? '' : `?versionId=${encodeURIComponent(upload.versionId)}`;
    const source = upload.key.split('/').map(encodeURIComponent).join('/');
    await this.#client.send(
      new CopyObjectCommand({
        Bucket: this.#quarantineBucket,
        Key: `${channelId}/${fileId}`,
        CopySource: `${upload.bucket}/${source}${version}`,
        // Tags of the upload are not for quarantine, and copying them would need another right.
        TaggingDirective: 'REPLACE',
      }),
    );
  }
}

interface StoredVersion extends UploadRef {
  readonly uploadedAt: Date | undefined;
}

/** All versions of one key, newest first. */
export async function listVersions(
  client: S3Client,
  { bucket, key }: Pick<UploadRef, 'bucket' | 'key'>,
): Promise<readonly StoredVersion[]> {
  const versions: StoredVersion[] = [];
  let keyMarker: string | undefined;
  let versionMarker: string | undefined;
  do {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({
        Bucket: bucket,
        Prefix: key,
        KeyMarker: keyMarker,
        VersionIdMarker: versionMarker,
      }),
    );
    for (const { Key, VersionId: versionId = '', LastModified: uploadedAt } of page.Versions ?? [])
      if (Key === key) versions.push({ bucket, key, versionId, uploadedAt });
    keyMarker = page.NextKeyMarker;
    versionMarker = page.NextVersionIdMarker;
    // Keys that only begin with this one come after it.
  } while (keyMarker === key);
  return versions;
}

/** Reads an uploaded file whole. */
export async function readUpload(client: S3Client, upload: UploadRef): Promise<Uint8Array> {
  const { Body } = await client.send(new GetObjectCommand(locationOf(upload)));
  if (Body === undefined) throw new Error('S3 answered without a body');
  return Body.transformToByteArray();
}

function locationOf({ bucket, key, versionId }: UploadRef): {
  Bucket: string;
  Key: string;
  VersionId?: string;
} {
  return { Bucket: bucket, Key: key, ...(versionId === '' ? {} : { VersionId: versionId }) };
}
