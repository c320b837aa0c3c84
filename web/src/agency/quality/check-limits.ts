/** What looking at one file before it is sent may take of a clerk's computer. A page of a scan takes a second or two. */
export const checkLimits = {
  /** For opening it, and for each page. Then the worker is ended, and the clerk decides. */
  stepSeconds: 15,
  /** A larger file is not read into memory here; intake takes less than half of it. */
  maxFileBytes: 64 * 1024 * 1024,
  /** A file of care forms has two to five pages; of a longer one the first are looked at, so that nobody waits. */
  maxPages: 12,
  /** A picture with more is looked at made smaller: quality is judged by far fewer. */
  maxPicturePixels: 20_000_000,
  /** One in a PDF that is larger is not unfolded, and nothing is said about its page. */
  maxPdfImagePixels: 100_000_000,
} as const;
