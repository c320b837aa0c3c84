import { contentHashOf } from '../domain/intake/content-hash.ts';
import { depositDateOf } from '../domain/intake/deposit-date.ts';
import { inspectFile, type FileInspection } from '../domain/intake/inspect-file.ts';
import type { QuarantineReason } from '../domain/intake/quarantine-reason.ts';
import { fileIdOf } from '../domain/intake/receipt.ts';
import { parseUploadKey, UploadKeyError } from '../domain/intake/upload-key.ts';
import { depositSignals, type ScanFile, type UploadRef } from '../domain/claims/scan-file.ts';
import type { FileStore } from '../ports/claims.ts';
import type { FileInspector, ScanStore, UploadDescription } from '../ports/documents.ts';

/** Counted under this name where an upload lies in no channel's folder. */
export const UNKNOWN_CHANNEL = 'unknown';

export interface ReceiveFileDependencies {
  readonly files: FileStore;
  readonly scans: ScanStore;
  /** Left out: files are inspected in this thread, and nothing ends an inspection that hangs. */
  readonly inspector?: FileInspector;
  readonly maxFileBytes: number;
  readonly maxPages: number;
  /** From so many days on a declared deposit date is a signal. */
  readonly farBackdatedDays: number;
}

export interface ReceivedFile {
  readonly fileId: string;
  readonly outcome: ReceiveFileOutcome;
}

export type ReceiveFileOutcome = 'accepted' | 'duplicate' | 'quarantined' | 'already-received' | 'gone';

/**
 * Takes in one uploaded file: looks at what it truly is, gives it its receipt number and deposit date, and accepts it, links
 * it to the first file of the same content, or puts it into quarantine with a reason the sender can act on.
 */
export async function receiveFile(
  upload: UploadRef,
  dependencies: ReceiveFileDependencies,
): Promise<ReceivedFile> {
  const { scans } = dependencies;
  const description = await scans.describe(upload);
  // Removed by somebody with the right to, between the upload and now; S3 keeps the deletion on record.
  if (description === undefined) return { fileId: fileIdOf(upload), outcome: 'gone' };
  const file = newFile({ ...upload, versionId: description.versionId }, description, dependencies);
  return { fileId: file.fileId, outcome: await takeIn(file, description, dependencies) };
}

async function takeIn(
  file: ScanFile,
  description: UploadDescription,
  dependencies: ReceiveFileDependencies,
): Promise<ReceiveFileOutcome> {
  const { files, scans } = dependencies;
  if ((await files.find(file.fileId)) !== undefined) return 'already-received';
  if (file.channelId === UNKNOWN_CHANNEL) return quarantine(file, 'UNKNOWN_CHANNEL', dependencies);
  if (description.sizeBytes > dependencies.maxFileBytes) return quarantine(file, 'TOO_LARGE', dependencies);
  const bytes = await scans.read(file.upload);
  const inspection = await inspect(bytes, dependencies);
  if (!inspection.accepted) return quarantine(file, inspection.reason, dependencies);

  const { mediaType, pageCount } = inspection;
  const accepted = { ...file, mediaType, pageCount, contentSha256: contentHashOf(bytes) };
  let result = await files.accept(accepted);
  if (typeof result === 'object' && (await files.find(result.duplicateOf))?.state === 'QUARANTINED') {
    // The first one was put aside after it was accepted: whoever sends it again asks for another try, not for a link.
    result = await files.accept(accepted, result.duplicateOf);
  }
  if (result === 'applied') return 'accepted';
  if (typeof result === 'string') return 'already-received';
  await files.recordDuplicate({ ...accepted, state: 'DUPLICATE', duplicateOf: result.duplicateOf });
  return 'duplicate';
}

function newFile(
  upload: UploadRef,
  { uploadedAt, declaredDepositDate }: UploadDescription,
  { farBackdatedDays }: ReceiveFileDependencies,
): ScanFile {
  const { depositDate, receivedOn, findings } = depositDateOf(
    { declared: declaredDepositDate, uploadedAt },
    { farBackdatedDays },
  );
  return {
    fileId: fileIdOf(upload),
    state: 'ACCEPTED',
    version: 1,
    channelId: channelOf(upload.key),
    upload,
    uploadedAt: uploadedAt.toISOString(),
    depositDate,
    receivedOn,
    depositSignals: depositSignals.filter((signal) => findings.some(({ code }) => code === signal)),
    readingAttempt: 1,
  };
}

function channelOf(key: string): string {
  try {
    return parseUploadKey(key).channelId;
  } catch (error) {
    if (error instanceof UploadKeyError) return UNKNOWN_CHANNEL;
    throw error;
  }
}

async function inspect(
  bytes: Uint8Array,
  { maxFileBytes, maxPages, inspector = { inspect: inspectFile } }: ReceiveFileDependencies,
): Promise<FileInspection> {
  return inspector.inspect(bytes, { maxFileBytes, maxPages });
}

async function quarantine(
  file: ScanFile,
  quarantineReason: QuarantineReason,
  { files, scans }: ReceiveFileDependencies,
): Promise<ReceiveFileOutcome> {
  await scans.copyToQuarantine(file.upload, file.channelId, file.fileId);
  await files.recordQuarantined({ ...file, state: 'QUARANTINED', quarantineReason });
  return 'quarantined';
}
