import type { PageBarcode } from '../domain/care-form/witnesses.ts';

/** A page as a program looks at it: grey, and not turned, so that boxes of the OCR fit. */
export interface PageBitmap {
  /** Row by row from the top left, one byte a pixel, 0 is black. */
  readonly pixels: Uint8Array;
  readonly widthPixels: number;
  readonly heightPixels: number;
}

export interface OpenBitmaps {
  readonly pageCount: number;
  /**
   * @param page 1-based
   * @throws PageNotDrawableError
   */
  bitmapOf(page: number): Promise<PageBitmap>;
  close(): void;
}

/** Makes bitmaps of the pages of a file. */
export interface PageBitmaps {
  /** @throws PageNotDrawableError */
  open(bytes: Uint8Array, mediaType: string): Promise<OpenBitmaps>;
}

/** Finds barcodes. */
export interface BarcodeReader {
  /** @returns those that were read for sure; of one that is torn or smeared nothing */
  read(bitmap: PageBitmap): Promise<readonly Omit<PageBarcode, 'page'>[]>;
}
