import type { WriteResult } from '#shared';
import type { Claim } from '../domain/claim.ts';
import type { QuarantineReason } from '../domain/quarantine-reason.ts';
import type { ScanFile, UploadRef } from '../domain/scan-file.ts';

export type AcceptResult = WriteResult | { readonly duplicateOf: string };

/** A file that came under the key of another: its second copy, or one that is refused. */
export type LaterVersion = ScanFile &
  (
    | { readonly state: 'DUPLICATE'; readonly duplicateOf: string }
    | { readonly state: 'QUARANTINED'; readonly quarantineReason: QuarantineReason }
  );

export interface FileStore {
  find(fileId: string): Promise<ScanFile | undefined>;
  /** Id of the file that was accepted under the key of an upload, whichever version it is. */
  findHolder(upload: UploadRef): Promise<string | undefined>;
  /**
   * Records an accepted file and claims its content and its key; tells whose the content is if it came before.
   * `refused`: another version holds the key.
   */
  accept(
    file: ScanFile & { readonly contentSha256: string },
    /** A file in quarantine whose claim to the same content passes to this one. */
    insteadOf?: string,
  ): Promise<AcceptResult>;
  /** Claims the key as `accept` does. */
  recordDuplicate(file: ScanFile & { readonly duplicateOf: string }): Promise<WriteResult>;
  recordQuarantined(file: ScanFile & { readonly quarantineReason: QuarantineReason }): Promise<WriteResult>;
  /** Records what came under a key that another file holds, and counts it there. */
  recordLaterVersion(file: LaterVersion, firstFileId: string): Promise<WriteResult>;
  /** Moves an accepted file to quarantine: the OCR could not read it, or there is no care form in it. */
  quarantine(file: ScanFile, reason: QuarantineReason): Promise<WriteResult>;
  /** Asks for the file to be read once more. */
  retryReading(file: ScanFile): Promise<WriteResult>;
  /** The file was read: its claims are drafted in the same transaction. */
  draftClaims(file: ScanFile, claims: readonly Claim[]): Promise<WriteResult>;
  /** Files a channel uploaded on a day, with their states; whether one that was taken in is `READ` is not always said. */
  listByChannelDay(channelId: string, day: string): Promise<readonly Pick<ScanFile, 'fileId' | 'state'>[]>;
}
