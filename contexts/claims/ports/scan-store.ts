import type { UploadRef } from '../domain/scan-file.ts';

export interface UploadDescription {
  readonly sizeBytes: number;
  readonly uploadedAt: Date;
  /** The version that was described; S3 knows it even where the event did not say. */
  readonly versionId: string;
  /** ISO date the channel declared as the day of submission, as it was given. */
  readonly declaredSubmissionDate: string | undefined;
}

/** The bucket of scans. */
export interface ScanStore {
  /** @returns undefined where there is no such upload (any more) */
  describe(upload: UploadRef): Promise<UploadDescription | undefined>;
  read(upload: UploadRef): Promise<Uint8Array>;
  /** Versions of the same key that were stored before this one, oldest first. */
  listOlderVersions(upload: UploadRef): Promise<readonly UploadRef[]>;
  /** Copies an upload into quarantine; the original stays where it is. */
  copyToQuarantine(upload: UploadRef, channelId: string, fileId: string): Promise<void>;
}
