import type { PageBarcode, PictureWord, SecondLook } from '../domain/witnesses.ts';

/** What else was seen on the pages of a file, kept beside the OCR's answer: whoever works on it again does not pay again. */
export interface WitnessStore {
  saveBarcodes(fileId: string, barcodes: readonly PageBarcode[]): Promise<void>;
  /** @returns undefined where none were saved */
  loadBarcodes(fileId: string): Promise<readonly PageBarcode[] | undefined>;
  savePictureWords(fileId: string, words: readonly PictureWord[]): Promise<void>;
  /** @returns undefined where none were saved */
  loadPictureWords(fileId: string): Promise<readonly PictureWord[] | undefined>;
  saveSecondLooks(fileId: string, looks: readonly SecondLook[]): Promise<void>;
  /** @returns undefined where nothing was looked at again */
  loadSecondLooks(fileId: string): Promise<readonly SecondLook[] | undefined>;
}
