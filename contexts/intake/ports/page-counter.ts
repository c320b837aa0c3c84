/** Pages as the program that draws them counts them. */
export interface CountedPages {
  /** What the file tells it. */
  readonly pageCount: number;
  /** Of how many there is something to draw; left out where nobody looked. */
  readonly drawable?: number;
}

/** Counts pages a second time, before anyone pays for reading them. */
export interface PageCounter {
  /**
   * @param mostPages of a file with more, none is looked at
   * @throws FileFault `TOO_COMPLEX` of what takes too much memory; PageTooCostlyError when its time was up;
   *   PageNotDrawableError where the file cannot be opened: whoever is to look at its pages could not either
   */
  count(bytes: Uint8Array, mediaType: string, mostPages: number): Promise<CountedPages>;
}
