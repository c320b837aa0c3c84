import type { QuarantineReason } from './quarantine-reason.ts';
import type { FileState } from './states.ts';

/** What can be odd about the day a channel says it took the paper in. */
export const submissionSignals = ['DEPOSIT_BACKDATED', 'DEPOSIT_DATE_INVALID'] as const;
export type SubmissionSignal = (typeof submissionSignals)[number];

/** Where an upload lies. */
export interface UploadRef {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
}

/** One uploaded file, as the claims table keeps it. */
export interface ScanFile {
  /** Receipt number: 16 characters, made from where the upload lies, so the same event always gives the same file. */
  readonly fileId: string;
  readonly state: FileState;
  readonly version: number;
  readonly channelId: string;
  readonly upload: UploadRef;
  /** ISO instant of the upload. */
  readonly uploadedAt: string;
  /** ISO date: the day the channel took the paper in. */
  readonly submissionDate: string;
  /** ISO date: the day of upload in Morocco. */
  readonly receivedOn: string;
  readonly submissionSignals: readonly SubmissionSignal[];
  readonly contentSha256?: string | undefined;
  readonly mediaType?: string | undefined;
  readonly pageCount?: number | undefined;
  /** The upright copy that the OCR reads, where the file itself is stored turned or mirrored. */
  readonly readFrom?: UploadRef | undefined;
  /** The first file with the same content. */
  readonly duplicateOf?: string | undefined;
  readonly quarantineReason?: QuarantineReason | undefined;
  /** How often reading was started again after the OCR service failed. */
  readonly readingAttempt: number;
  /** The OCR job that read it. */
  readonly jobId?: string | undefined;
  readonly claimIds?: readonly string[] | undefined;
}

/**
 * Whether a later version of an upload is the received one once more. Where that was quarantined meanwhile, whoever sends it again asks
 * for another try: that needs an upload of its own.
 */
export function isSecondCopy(
  later: Pick<ScanFile, 'contentSha256'>,
  holder: Pick<ScanFile, 'contentSha256' | 'state'>,
): boolean {
  return (
    later.contentSha256 !== undefined &&
    later.contentSha256 === holder.contentSha256 &&
    holder.state !== 'QUARANTINED'
  );
}

/** Claim id of the n-th care form (from 1) of a file. */
export function claimIdOf(fileId: string, formNumber: number): string {
  return `${fileId}-${formNumber}`;
}
