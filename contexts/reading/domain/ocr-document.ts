import type { Box } from './care-form.ts';

/** A corner of a polygon, as ratios 0..1 of the page. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A word or line with its place; the first point of the polygon is the text's own top left, so it tells turned text. */
export interface OcrText {
  readonly text: string;
  /** 0 to 100. */
  readonly confidencePercent: number;
  readonly box: Box;
  readonly polygon: readonly Point[];
}

export interface OcrLine extends OcrText {
  /** The line's words, in reading order. */
  readonly words: readonly OcrText[];
}

/** A check box that the service found. Text detection finds none; form analysis (FORMS) does. */
export interface OcrCheckBox {
  readonly box: Box;
  readonly isSelected: boolean;
  /** 0 to 100. */
  readonly confidencePercent: number;
}

export interface OcrPage {
  /** 1-based. */
  readonly number: number;
  /** False where the OCR service says that it could not read this page. */
  readonly wasRead: boolean;
  readonly lines: readonly OcrLine[];
  /** Absent where the service was not asked for check boxes. */
  readonly checkBoxes?: readonly OcrCheckBox[];
}

/** What an OCR service read in a file, whichever service it was. */
export interface OcrDocument {
  readonly pages: readonly OcrPage[];
}
