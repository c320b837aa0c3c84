import { formatReceipt } from '#shared';
import type { AccessLog } from '#staff';
import type { UploadReceipt } from '../api/uploads.ts';
import { fileIdOf } from '../domain/receipt.ts';
import type { Uploads } from '../ports/uploads.ts';

export interface ConfirmUploadDependencies {
  readonly uploads: Pick<Uploads, 'findFirst'>;
  readonly accessLog: Pick<AccessLog, 'record'>;
}

/**
 * Gives the receipt of an upload: only what has arrived gets one. May be asked for as often as wanted and always answers the
 * same, so a browser that lost the answer of S3, or of this, asks again. Who took the file in is on record before the receipt
 * is given out.
 * @returns undefined where nothing has arrived under this id
 */
export async function confirmUpload(
  by: { readonly userId: string; readonly channelId: string },
  uploadId: string,
  { uploads, accessLog }: ConfirmUploadDependencies,
): Promise<UploadReceipt | undefined> {
  const { userId, channelId } = by;
  const arrived = await uploads.findFirst(channelId, uploadId);
  if (arrived === undefined) return undefined;
  const fileId = fileIdOf(arrived.upload);
  await accessLog.record({ actor: userId, operation: 'confirmUpload', subject: `file:${fileId}` });
  return {
    fileId,
    receipt: formatReceipt(fileId),
    channelId,
    uploadedAt: arrived.uploadedAt.toISOString(),
  };
}
