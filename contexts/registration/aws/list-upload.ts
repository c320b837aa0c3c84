import { createReadStream } from 'node:fs';
import {
  type CompleteMultipartUploadCommandOutput,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { fileIdOf } from '#intake';
import type { ListSource } from '#shared';
import type { ListName } from '../domain/lists/format/list-name.ts';
import { DRY_RUN_METADATA, DRY_RUN_WANTED } from '../domain/lists/list-key.ts';
import { LIST_FOLDERS } from '../domain/lists/list.ts';

export interface ListToUpload {
  /** Path on this machine. */
  readonly file: string;
  /** As `parseListKey` reads the key it will have. */
  readonly name: ListName;
  readonly key: string;
  readonly isDryRun: boolean;
  /** Text of the manifest; sent first, so that it is there when the list is looked at. */
  readonly manifest: string | undefined;
}

/** Key of a list of a source under the name its file has. */
export const listKeyOf = (source: ListSource, fileName: string): string =>
  `${LIST_FOLDERS.incoming}${source}/${fileName}`;

/**
 * Uploads a list as its sender does, in parts where it is large.
 * @returns the list's id
 */
export async function uploadList(
  client: S3Client,
  bucket: string,
  { file, name, key, isDryRun, manifest }: ListToUpload,
): Promise<string> {
  if (manifest !== undefined) {
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: name.manifestKey,
        Body: manifest,
        ContentType: 'application/json',
      }),
    );
  }
  const uploaded: Pick<CompleteMultipartUploadCommandOutput, 'VersionId'> = await new Upload({
    client,
    params: {
      Bucket: bucket,
      Key: key,
      Body: createReadStream(file),
      ContentType: contentTypeOf(name),
      ...(isDryRun ? { Metadata: { [DRY_RUN_METADATA]: DRY_RUN_WANTED } } : {}),
    },
  }).done();
  return fileIdOf({ bucket, key, versionId: uploaded.VersionId ?? '' });
}

function contentTypeOf({ format, isPacked }: ListName): string {
  if (isPacked) return 'application/gzip';
  return format === 'csv' ? 'text/csv' : 'application/x-ndjson';
}
