/** A page cannot be made into an image, or the file cannot be opened, ever. */
export class PageNotDrawableError extends Error {
  override name = 'PageNotDrawableError';
}

/** Drawing it takes more time or memory than a scan ever needs: whoever made the file made it so. */
export class PageTooCostlyError extends PageNotDrawableError {
  override name = 'PageTooCostlyError';
}
