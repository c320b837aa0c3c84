import type { WriteResult } from '#shared';
import type { Medicine } from './domain/medicine.ts';

/** Medicines in the order of their names, one page of them. */
export interface MedicinesPage {
  readonly medicines: readonly Medicine[];
  /** Where the next page begins; undefined at the end. A page may be shorter than asked, and have more behind it. */
  readonly next?: string | undefined;
}

export interface NameSearch {
  /** Beginning of a name, as people write it. */
  readonly beginning: string;
  /** Medicines of a page, at most. */
  readonly limit: number;
  /** What the page before gave as `next`. */
  readonly after?: string | undefined;
}

/** The list of medicines, as the registry table keeps it. */
export interface MedicineReader {
  /**
   * Medicines of these codes (EAN-13) in one batch; those that the list does not have are left out. What was loaded a moment
   * ago may be missing: prices are loaded before they hold.
   * @throws RangeError for more than 100 codes
   */
  medicinesByCode(codes: readonly string[]): Promise<ReadonlyMap<string, Medicine>>;
  /** Medicines whose name begins so, whatever its case and accents; what was loaded a moment ago may be missing. */
  medicinesByName(search: NameSearch): Promise<MedicinesPage>;
}

export interface MedicineWriter {
  /** Medicines of these codes as they are now, to be changed. @throws RangeError for more than 100 codes */
  currentMedicines(codes: readonly string[]): Promise<ReadonlyMap<string, Medicine>>;
  /** Codes of all medicines on file, some at a time. */
  codesOnFile(): AsyncIterable<readonly string[]>;
  /**
   * Puts a medicine in the place of the one that it was made from.
   * @param before as it was read; undefined where there was none
   * @returns `refused` where somebody else has changed it since
   */
  putMedicine(medicine: Medicine, before: Medicine | undefined): Promise<WriteResult>;
}

/** Codes that are looked up at once. */
export const MOST_CODES = 100;
