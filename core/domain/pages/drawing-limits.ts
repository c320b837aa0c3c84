/** What drawing the pages of one file may take: above it, a page is not drawable. */
export interface DrawingLimits {
  /** Opening the file, and each page: a page of a scan takes a third of a second. */
  readonly pageSeconds: number;
  /** After so many pages that took too much, no further one is tried. */
  readonly maxPagesGivenUp: number;
  /** Of a PDF and all that is unfolded of it. An image of 10,000 pixels a side takes 400 MB. */
  readonly maxPdfMemoryBytes: number;
}

/**
 * What counting pages may take, before anybody pays for reading them: their contents are gone over and not drawn, which takes some
 * milliseconds.
 */
export const countingLimits: DrawingLimits = {
  pageSeconds: 8,
  maxPagesGivenUp: 0,
  maxPdfMemoryBytes: 384 * 1024 ** 2,
};

export const drawingLimits: DrawingLimits = {
  pageSeconds: 8,
  maxPagesGivenUp: 2,
  maxPdfMemoryBytes: 1024 ** 3,
};
