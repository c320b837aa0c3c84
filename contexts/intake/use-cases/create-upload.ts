import type { FileLimits } from '#claims';
import { type Clock, dayInMorocco } from '#shared';
import type { CreateUpload, UploadForm } from '../api/uploads.ts';
import type { Uploads } from '../ports/uploads.ts';

export interface CreateUploadDependencies {
  readonly uploads: Uploads;
  readonly clock: Clock;
  readonly randomId: () => string;
  readonly limits: Pick<FileLimits, 'maxFileBytes'>;
}

/**
 * Gives a channel a form for one file. Nothing is kept of it: the file itself, when it is there, is what counts. A form for an
 * upload that was begun leads to the same place, so that a file sent twice is known for one.
 */
export async function createUpload(
  channelId: string,
  { contentType, depositDate, uploadId: begun }: CreateUpload,
  { uploads, clock, randomId, limits }: CreateUploadDependencies,
): Promise<UploadForm> {
  const uploadId = begun ?? `${dayInMorocco(clock())}/${randomId()}`;
  const { url, fields, expiresInSeconds } = await uploads.createForm({
    channelId,
    uploadId,
    contentType,
    submissionDate: depositDate,
  });
  return { uploadId, url, fields: { ...fields }, expiresInSeconds, maxFileBytes: limits.maxFileBytes };
}
