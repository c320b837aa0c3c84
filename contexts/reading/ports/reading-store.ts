import type { CareForm, PageRole } from '../domain/care-form.ts';
import type { OcrEngineName } from '../records/ocr-engine-name.ts';

/** One care form with what adjudication must know of its file. */
export interface StoredForm {
  readonly form: CareForm;
  readonly pageRoles: readonly PageRole[];
  /** By how many quarter turns clockwise each page lies; absent in forms of before. */
  readonly pageTurns?: readonly number[] | undefined;
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
  /** The form as it was read; undefined where none is kept, as of claims that people split off before it was. */
  findFormAsRead(claimId: string): Promise<StoredForm | undefined>;
}
