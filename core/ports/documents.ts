import type { CareForm, PageRole } from '../domain/care-form/care-form.ts';
import type { OcrEngineName } from '../contracts/ocr-engine-name.ts';
import type { PageBarcode, SecondLook } from '../domain/care-form/witnesses.ts';
import type { UploadRef } from '../domain/claims/scan-file.ts';
import type { FileInspection, InspectionLimits } from '../domain/intake/inspect-file.ts';

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
  /** Versions of the same key that were stored before this one, oldest first. */
  listOlderVersions(upload: UploadRef): Promise<readonly UploadRef[]>;
  /** Copies an upload into quarantine; the original stays where it is. */
  copyToQuarantine(upload: UploadRef, channelId: string, fileId: string): Promise<void>;
}

/** Says whether a file can be read, as `inspectFile` does, and always says so in time. */
export interface FileInspector {
  /** @throws Error when inspecting itself does not work, whatever the file */
  inspect(bytes: Uint8Array, limits: InspectionLimits): Promise<FileInspection>;
}

/** Pages as the program that draws them counts them. */
export interface CountedPages {
  /** What the file tells it. */
  readonly pageCount: number;
  /** Of how many there is something to draw; left out where nobody looked. */
  readonly drawable?: number;
}

/** Counts pages a second time, before anybody pays for reading them. */
export interface PageCounter {
  /**
   * @param mostPages of a file with more, none is looked at
   * @throws FileFault `TOO_COMPLEX` of what takes too much memory; PageTooCostlyError when its time was up;
   *   PageNotDrawableError where the file cannot be opened: whoever is to look at its pages could not either
   */
  count(bytes: Uint8Array, mediaType: string, mostPages: number): Promise<CountedPages>;
}

/** Makes pictures plain that are stored turned or mirrored: whether an OCR heeds what the camera says of itself is not known. */
export interface ScanUprighter {
  /**
   * @returns what is to be read instead of the file; undefined where it is stored as viewers show it
   * @throws FileFault; PageNotDrawableError, of which PageTooCostlyError is one
   */
  upright(bytes: Uint8Array, mediaType: string): Promise<Uint8Array | undefined>;
}

/** Where upright copies of files are kept for the OCR; what people see is always made of the file itself. */
export interface UprightCopies {
  /** @returns where it lies; saved again, the same */
  save(fileId: string, bytes: Uint8Array): Promise<UploadRef>;
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
  /** @throws Error when none was saved */
  loadAnswer(fileId: string): Promise<unknown>;
  /** @param revision name of a corrected form; left out for the form as it was read */
  saveForm(claimId: string, stored: StoredForm, revision?: string): Promise<void>;
  loadForm(claimId: string, revision?: string): Promise<StoredForm>;
}

/** What else was seen on the pages of a file, kept beside the OCR's answer: whoever works on it again does not pay again. */
export interface WitnessStore {
  saveBarcodes(fileId: string, barcodes: readonly PageBarcode[]): Promise<void>;
  /** @returns undefined where none were saved */
  loadBarcodes(fileId: string): Promise<readonly PageBarcode[] | undefined>;
  saveSecondLooks(fileId: string, looks: readonly SecondLook[]): Promise<void>;
  /** @returns undefined where nothing was looked at again */
  loadSecondLooks(fileId: string): Promise<readonly SecondLook[] | undefined>;
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
