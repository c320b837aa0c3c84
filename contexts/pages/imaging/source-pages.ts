import type { Sharp } from 'sharp';

/** The pages of a file, as pictures that are still to be processed. */
export interface SourcePages {
  readonly pageCount: number;
  /**
   * A page as every viewer shows it: turned as the camera says it was held, and no further.
   * @param page 1-based
   * @param longSidePixels what it will be made to fit: a page that has no pixels of its own is drawn at this size
   * @throws PageNotDrawableError; of what is broken further inside, the picture tells when it is processed (`orNotDrawable`)
   */
  picture(page: number, longSidePixels: number): Promise<Sharp>;
  close(): void;
}
