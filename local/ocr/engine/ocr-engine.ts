/** A corner, as ratios 0..1 of the page image as it was handed in (before any turning or straightening). */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

export interface RecognisedText {
  readonly text: string;
  /** 0 to 100. */
  readonly confidencePercent: number;
  /** Four corners, clockwise from the text's own top left: on an upside-down page the first one lies bottom right. */
  readonly polygon: readonly [Corner, Corner, Corner, Corner];
}

export interface RecognisedLine extends RecognisedText {
  readonly words: readonly RecognisedText[];
}

/** A check box that was found on the page, and whether it is ticked. */
export interface RecognisedCheckBox {
  readonly polygon: readonly [Corner, Corner, Corner, Corner];
  readonly confidencePercent: number;
  readonly selected: boolean;
}

export interface RecognisedPage {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly lines: readonly RecognisedLine[];
  readonly checkBoxes: readonly RecognisedCheckBox[];
}

/** What reads a page; the Textract-speaking service is written against this, not against an engine. */
export interface OcrEngine {
  /**
   * Reads one page.
   * @param image one page as an encoded image (PNG, JPEG or TIFF)
   * @throws Error when the image cannot be decoded
   */
  readPage(image: Uint8Array): Promise<RecognisedPage>;
  close(): Promise<void>;
}
