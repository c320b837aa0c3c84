import type * as z from 'zod';
import type { RegistryRecord } from '../../../contexts/registry/records/registry-records.ts';
import type { Outcome } from '../../../contexts/claims/domain/decision.ts';
import type { OcrDocument } from '../../../contexts/reading/domain/ocr-document.ts';
import type { Medicine } from '../../../contexts/medicines/domain/medicine.ts';
import type { truthFieldsSchema } from '../../support/field-accuracy.ts';
import type { truthWordsSchema } from './read-by-ocr.ts';

export type TruthFields = z.infer<typeof truthFieldsSchema>;
export type TruthWords = z.infer<typeof truthWordsSchema>;

/** What must become of a claim, where it is known beside the rules. */
export interface ExpectedEnd {
  /** Those that are no fault; the best one first. */
  readonly outcomes: readonly [Outcome, ...Outcome[]];
  /** Sums that may be paid without a person, in centimes. */
  readonly payments: readonly number[];
  readonly registrationNumber: string;
  /** The only account that money may go to. */
  readonly toRib: string | undefined;
}

/** One scanned file with a care form, and all that is true of it. */
export interface AccuracySample {
  readonly id: string;
  /** Kind of scan; figures are given for each. */
  readonly set: string;
  readonly bytes: Uint8Array;
  /** Path of the scan, to look at; absent where it is in memory alone. */
  readonly file?: string;
  readonly mediaType: string;
  /** What is printed on the form. */
  readonly truth: TruthFields;
  /** What the form means, where it says something by leaving it out. */
  readonly meant?: TruthFields;
  /** One a page. */
  readonly truthWords: readonly TruthWords[];
  /** The file as a perfect OCR would read it. */
  readonly perfectDocument: OcrDocument;
  /** The true household and provider, and who is like them. */
  readonly records: readonly RegistryRecord[];
  /** The fund's list, as far as the set needs it. */
  readonly medicines?: readonly Medicine[] | undefined;
  /** ISO date on which it was handed in and decided. */
  readonly day: string;
  /** What must become of it; what the rules say of the true form where it is absent. */
  readonly expected?: ExpectedEnd;
  /** The file holds more than the fields tell (medicines, bills): only `expected` says how it must end. */
  readonly isMoreThanForm?: boolean;
}
