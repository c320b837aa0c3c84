import {
  submissionSignals,
  type FileStore,
  isSecondCopy,
  type QuarantineReason,
  type ScanFile,
  type ScanStore,
  type UploadDescription,
  type UploadRef,
} from '#claims';
import { dayInMorocco } from '#shared';
import { contentHashOf } from '../domain/content-hash.ts';
import { submissionDateOf } from '../domain/submission-date.ts';
import { fileIdOf } from '../domain/receipt.ts';
import { parseUploadKey, UploadKeyError } from '../domain/upload-key.ts';
import type { UprightCopies } from '../ports/upright-copies.ts';
import { examineScan, type ExamineScanDependencies } from './examine-scan.ts';

/** Counted under this name where an upload lies in no channel's folder. */
export const UNKNOWN_CHANNEL = 'unknown';

/** A scanner that writes half a file under a name, and then the whole, does so a few times. */
const MOST_VERSIONS = 20;

export interface ReceiveFileDependencies extends ExamineScanDependencies {
  readonly files: Pick<
    FileStore,
    'find' | 'findHolder' | 'accept' | 'recordDuplicate' | 'recordQuarantined' | 'recordLaterVersion'
  >;
  readonly scans: ScanStore;
  /** Left out: nothing is stored turned, or it is read as it is stored. */
  readonly copies?: UprightCopies;
  /** From so many days on a declared submission date is a signal, by the rules of a day (ISO): a copy of a function outlives a day. */
  readonly farBackdatedDaysOn: (day: string) => number;
}

export interface ReceivedFile {
  readonly fileId: string;
  readonly channelId: string;
  readonly outcome: ReceiveFileOutcome;
  /** The file that was received under the same key before. */
  readonly firstFileId?: string | undefined;
}

export type ReceiveFileOutcome =
  'accepted' | 'duplicate' | 'quarantined' | 'form-used' | 'already-received' | 'gone';

/** An upload as S3 describes it, and the record that is to be made of it. */
interface Arrival {
  readonly file: ScanFile;
  readonly description: UploadDescription;
}

/**
 * Takes in one uploaded file: looks at what it truly is, gives it its receipt number and submission date, and accepts it, links
 * it to the first file of the same content, or puts it into quarantine with a reason the sender can act on. A key leads to one
 * accepted file: of its versions the first that can be read, in the order in which S3 stored them and not in that of its
 * announcements. What is stored under it later is quarantined as it is.
 * @returns what became of this upload, last, and before it of older versions that had not been announced yet
 */
export async function receiveFile(
  upload: UploadRef,
  dependencies: ReceiveFileDependencies,
): Promise<readonly ReceivedFile[]> {
  const arrival = await describe(upload, dependencies);
  // Removed by someone with the right to, between the upload and now; S3 keeps the deletion on record.
  if (arrival === undefined)
    return [{ fileId: fileIdOf(upload), channelId: channelOf(upload.key), outcome: 'gone' }];
  const { file } = arrival;
  const { fileId, channelId } = file;
  if ((await dependencies.files.find(fileId)) !== undefined)
    return [{ fileId, channelId, outcome: 'already-received' }];
  if (channelId === UNKNOWN_CHANNEL) return [await quarantine(file, 'UNKNOWN_CHANNEL', dependencies)];
  const { holder, received, isWornOut } = await holderBefore(file, dependencies);
  if (isWornOut === true) return [await putAsideUnread(file, dependencies)];
  return [...received, await receiveAfter(holder, arrival, dependencies)];
}

async function receiveAfter(
  holder: ScanFile | undefined,
  arrival: Arrival,
  dependencies: ReceiveFileDependencies,
): Promise<ReceivedFile> {
  return holder === undefined
    ? takeIn(arrival, dependencies)
    : refuseLaterVersion(arrival, holder, dependencies);
}

async function describe(
  upload: UploadRef,
  dependencies: ReceiveFileDependencies,
): Promise<Arrival | undefined> {
  const description = await dependencies.scans.describe(upload);
  if (description === undefined) return undefined;
  const file = newFile({ ...upload, versionId: description.versionId }, description, dependencies);
  return { file, description };
}

interface Before {
  readonly holder?: ScanFile | undefined;
  /** What became of older versions. */
  readonly received: readonly ReceivedFile[];
  /** The key was written so often that nobody looks at what comes any more. */
  readonly isWornOut?: boolean;
}

/**
 * The file that was accepted under the key of this one, or is now. Older versions that nobody has recorded go first: an
 * announcement may name no version, or come after that of a later one.
 */
async function holderBefore(
  { fileId, upload }: ScanFile,
  dependencies: ReceiveFileDependencies,
): Promise<Before> {
  const { files, scans } = dependencies;
  const heldBy = await files.findHolder(upload);
  let holder = heldBy === undefined || heldBy === fileId ? undefined : await files.find(heldBy);
  const received: ReceivedFile[] = [];
  const olderVersions = await scans.listOlderVersions(upload);
  if (olderVersions.length > MOST_VERSIONS) return { holder, received, isWornOut: holder === undefined };
  for (const older of olderVersions) {
    const arrival = await describe(older, dependencies);
    if (arrival === undefined) continue;
    if ((await files.find(arrival.file.fileId)) === undefined)
      received.push(await receiveAfter(holder, arrival, dependencies));
    const known = await files.find(arrival.file.fileId);
    if (known?.contentSha256 !== undefined) holder ??= known;
  }
  return { holder, received };
}

async function takeIn(arrival: Arrival, dependencies: ReceiveFileDependencies): Promise<ReceivedFile> {
  const { files, scans } = dependencies;
  const { file, description } = arrival;
  const { fileId, channelId } = file;
  if (description.sizeBytes > dependencies.maxFileBytes) return quarantine(file, 'TOO_LARGE', dependencies);
  const bytes = await scans.read(file.upload);
  const examined = await examineScan(bytes, dependencies);
  if (!examined.accepted) return quarantine(file, examined.reason, dependencies);

  const { mediaType, pageCount, upright } = examined;
  // Before it is accepted, which is when reading begins.
  const readFrom = upright && (await dependencies.copies?.save(fileId, upright));
  const accepted = { ...file, mediaType, pageCount, readFrom, contentSha256: contentHashOf(bytes) };
  let result = await files.accept(accepted);
  if (typeof result === 'object' && 'duplicateOf' in result) {
    const { duplicateOf } = result;
    // The first one was quarantined after it was accepted: whoever sends it again asks for another try, not for a link.
    if ((await files.find(duplicateOf))?.state === 'QUARANTINED')
      result = await files.accept(accepted, duplicateOf);
  }
  if (typeof result === 'object' && 'duplicateOf' in result) {
    const { duplicateOf } = result;
    const recorded = await files.recordDuplicate({ ...accepted, state: 'DUPLICATE', duplicateOf });
    if (recorded === 'applied') return { fileId, channelId, outcome: 'duplicate' };
    result = recorded;
  }
  if (result === 'applied') return { fileId, channelId, outcome: 'accepted' };
  // Another version took the key while this one was looked at.
  const heldBy = await files.findHolder(file.upload);
  const holder = heldBy === undefined || heldBy === fileId ? undefined : await files.find(heldBy);
  return holder === undefined
    ? { fileId, channelId, outcome: 'already-received' }
    : refuseLaterVersion(arrival, holder, dependencies);
}

/**
 * A browser that did not hear the answer sends the same bytes again: they are a duplicate like any other. Anything else would
 * replace what was received, and may be looked at by now.
 */
async function refuseLaterVersion(
  { file, description }: Arrival,
  holder: ScanFile,
  dependencies: ReceiveFileDependencies,
): Promise<ReceivedFile> {
  const { files, scans, maxFileBytes } = dependencies;
  const { fileId, channelId } = file;
  const firstFileId = holder.fileId;
  const contentSha256 =
    description.sizeBytes > maxFileBytes ? undefined : contentHashOf(await scans.read(file.upload));
  const later = { ...file, contentSha256 };
  if (isSecondCopy(later, holder)) {
    await files.recordLaterVersion({ ...later, state: 'DUPLICATE', duplicateOf: firstFileId }, firstFileId);
    return { fileId, channelId, outcome: 'duplicate', firstFileId };
  }
  await scans.copyToQuarantine(file.upload, channelId, fileId);
  await files.recordLaterVersion(
    { ...file, state: 'QUARANTINED', quarantineReason: 'UPLOAD_FORM_USED' },
    firstFileId,
  );
  return { fileId, channelId, outcome: 'form-used', firstFileId };
}

function newFile(
  upload: UploadRef,
  { uploadedAt, declaredSubmissionDate }: UploadDescription,
  { farBackdatedDaysOn }: ReceiveFileDependencies,
): ScanFile {
  const { submissionDate, receivedOn, findings } = submissionDateOf(
    { declared: declaredSubmissionDate, uploadedAt },
    { farBackdatedDays: farBackdatedDaysOn(dayInMorocco(uploadedAt)) },
  );
  return {
    fileId: fileIdOf(upload),
    state: 'ACCEPTED',
    version: 1,
    channelId: channelOf(upload.key),
    upload,
    uploadedAt: uploadedAt.toISOString(),
    submissionDate,
    receivedOn,
    submissionSignals: submissionSignals.filter((signal) => findings.some(({ code }) => code === signal)),
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

/** Nothing could be read so far, and whoever is to send a file begins a new upload. */
async function putAsideUnread(file: ScanFile, dependencies: ReceiveFileDependencies): Promise<ReceivedFile> {
  return { ...(await quarantine(file, 'UPLOAD_FORM_USED', dependencies)), outcome: 'form-used' };
}

async function quarantine(
  file: ScanFile,
  quarantineReason: QuarantineReason,
  { files, scans }: ReceiveFileDependencies,
): Promise<ReceivedFile> {
  const { fileId, channelId } = file;
  await scans.copyToQuarantine(file.upload, channelId, fileId);
  await files.recordQuarantined({ ...file, state: 'QUARANTINED', quarantineReason });
  return { fileId, channelId, outcome: 'quarantined' };
}
