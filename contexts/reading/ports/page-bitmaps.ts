import type { PictureHints } from '../domain/month-gaps.ts';
import type { PageBarcode, PictureWord } from '../domain/witnesses.ts';
import type { LookSheet, PictureSize } from '../domain/second-look/look-sheet.ts';

/** A page as a program looks at it: grey, dark on light, and turned as viewers show it and no further: boxes of the OCR fit. */
export interface PageBitmap extends PictureSize {
  /** Row by row from the top left, one byte a pixel, 0 is black. */
  readonly pixels: Uint8Array;
}

export interface OpenBitmaps {
  readonly pageCount: number;
  /**
   * @param page 1-based
   * @param longSidePixels at most; left out, what barcodes need
   * @throws PageNotDrawableError
   */
  bitmapOf(page: number, longSidePixels?: number): Promise<PageBitmap>;
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

/** Finds words that the OCR does not read. */
export interface PictureWordReader {
  /**
   * @param latestYear no form names a later one
   * @returns those that were read for sure
   */
  read(bitmap: PageBitmap, hints: PictureHints, latestYear: number): readonly Omit<PictureWord, 'page'>[];
}

/** Makes the picture of a sheet of places. */
export interface SheetDrawer {
  /**
   * @param bitmaps by page number, those that the sheet was laid out with
   * @returns a PNG
   */
  draw(sheet: LookSheet, bitmaps: ReadonlyMap<number, PageBitmap>): Promise<Uint8Array>;
}
