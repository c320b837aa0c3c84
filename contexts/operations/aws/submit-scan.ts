import { fileTypeFromBuffer } from 'file-type';
import type { MilafClient } from './milaf-client.ts';

const FORM_VALID_SECONDS = 300;

export interface ScanOrigin {
  readonly channel: string;
  readonly submissionDate?: string | undefined;
}

/**
 * Uploads one scan as a channel does, by a form made for this very file.
 * @returns the receipt number
 * @throws UploadRefusedError
 */
export async function submitScan(
  client: MilafClient,
  bytes: Uint8Array,
  { channel, submissionDate }: ScanOrigin,
): Promise<string> {
  // What the file says it is; receive-file looks for itself.
  const type = await fileTypeFromBuffer(bytes);
  const request = {
    channelId: channel,
    contentType: type?.mime ?? 'application/octet-stream',
    maxFileBytes: client.maxFileBytes,
    submissionDate,
    validSeconds: FORM_VALID_SECONDS,
    now: new Date(),
  };
  return client.upload(request, bytes);
}
