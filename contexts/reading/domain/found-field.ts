import type { FieldDoubt, FieldEvidence } from '#rules';

/** A rectangle on a page, as ratios 0..1 of the page's width and height, origin top left, as the page was scanned. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface FieldSource {
  /** 1-based page in the file. */
  readonly page: number;
  readonly box: Box;
}

/** One field that was found. A field that was not found is `undefined` on the form. */
export interface ReadField<T> {
  readonly value: T;
  /** The text as the OCR gave it, before it was parsed. Personal data: never logged. */
  readonly text: string;
  /** 0 to 100: the lowest OCR confidence among the words, lowered by the reader's own checks. */
  readonly confidencePercent: number;
  readonly source: FieldSource;
  /** What the reader's checks found wrong with it (a RIB key that fails, a date that does not exist, ...). */
  readonly doubts: readonly FieldDoubt[];
  /** Why this is believed to be the field's value, the weightiest first; absent on forms kept by earlier versions. */
  readonly evidence?: readonly FieldEvidence[] | undefined;
  /** User ids of the people who looked at the scan and say that it is so; absent where only the OCR read it. */
  readonly attestedBy?: readonly string[] | undefined;
  /** People read something else than the OCR. */
  readonly isCorrected?: boolean | undefined;
}

/** By name of a field as people know it (`medicineCode`): who says that the form has none, and took out what was read. */
export type EmptiedBy = Readonly<Partial<Record<string, readonly string[]>>>;
