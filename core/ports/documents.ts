import type { CareForm, PageRole } from '../domain/care-form/care-form.ts';
import type { OcrEngineName } from '../contracts/ocr-engine-name.ts';
import type { UploadRef } from '../domain/claims/scan-file.ts';

export interface UploadDescription {
  readonly sizeBytes: number;
  readonly uploadedAt: Date;
  /** The version that was described; S3 knows it even where the event did not say. */
  readonly versionId: string;
  /** ISO date the channel declared as the day of deposit, as it was given. */
  readonly declaredDepositDate: string | undefined;
}

/** The bucket of scans. */
export interface ScanStore {
  /** @returns undefined where there is no such upload (any more) */
  describe(upload: UploadRef): Promise<UploadDescription | undefined>;
  read(upload: UploadRef): Promise<Uint8Array>;
  /** Copies an upload into quarantine; the original stays where it is. */
  copyToQuarantine(upload: UploadRef, channelId: string, fileId: string): Promise<void>;
}

/** One care form with what adjudication must know of its file. */
export interface StoredForm {
  readonly form: CareForm;
  readonly pageRoles: readonly PageRole[];
  /** Who read it; how sure a reading is means something else with each engine. */
  readonly ocrEngine: OcrEngineName;
}

/** Where readings are kept: compressed, encrypted, apart from the tables. */
export interface ReadingStore {
  saveAnswer(fileId: string, answer: unknown): Promise<void>;
  /** @param revision name of a corrected form; left out for the form as it was read */
  saveForm(claimId: string, stored: StoredForm, revision?: string): Promise<void>;
  loadForm(claimId: string, revision?: string): Promise<StoredForm>;
}

/** Uploads as the bucket lists them, for counting against the table. */
export interface UploadListing {
  listChannels(): Promise<readonly string[]>;
  /** Every version of every object of a channel that was uploaded since an instant. */
  listUploads(
    channelId: string,
    since: Date,
  ): AsyncIterable<{ readonly upload: UploadRef; readonly uploadedAt: Date }>;
}

/** Files to and from the bank. */
export interface BankExchange {
  writeOrder(remittanceId: string, xml: string): Promise<string>;
  readAnswer(key: string): Promise<string>;
}
