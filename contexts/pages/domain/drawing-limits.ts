import { textractFileLimits } from '#claims';

/** What drawing the pages of one file may take: above it, a page is not drawable. */
export interface DrawingLimits {
  /** Opening the file, and each page: a page of a scan takes a third of a second. */
  readonly pageSeconds: number;
  /** After so many pages that took too much, no further one is tried. */
  readonly maxPagesGivenUp: number;
  /** Of a PDF and all that is unfolded of it. */
  readonly maxPdfMemoryBytes: number;
}

/**
 * PDFium draws most images row by row: the largest that intake lets through takes 110 MB with the file, A4 in progressive colour at
 * 400 dpi 150 MB.
 */
const MAX_PDF_MEMORY_BYTES = 256 * 1024 ** 2;

/** What PDFium may take of a processor to open a file and count its pages, and for what a page has beside images. */
export const MAX_PDF_PROCESSOR_SECONDS = 1;

/** As many bytes of images as intake lets through on one page take PDFium a second more: half of them, a page in colour at 400 dpi. */
const IMAGE_BYTES_A_SECOND = textractFileLimits.maxHeldBytes;

/** What PDFium may take of a processor for one page: lines and patterns without end get no more for the images that others have. */
export const processorSecondsFor = (imageBytes: number): number =>
  MAX_PDF_PROCESSOR_SECONDS + Math.min(1, imageBytes / IMAGE_BYTES_A_SECOND);

/**
 * What counting pages may take, before anyone pays for reading them: their contents are gone over and not drawn, which takes some
 * milliseconds.
 */
export const countingLimits: DrawingLimits = {
  pageSeconds: 8,
  maxPagesGivenUp: 0,
  maxPdfMemoryBytes: MAX_PDF_MEMORY_BYTES,
};

export const drawingLimits: DrawingLimits = {
  pageSeconds: 8,
  maxPagesGivenUp: 2,
  maxPdfMemoryBytes: MAX_PDF_MEMORY_BYTES,
};
