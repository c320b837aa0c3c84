import type * as z from 'zod';
import type { RegistryRecord } from '../../../core/contracts/registry-records.ts';
import type { OcrDocument } from '../../../core/domain/care-form/ocr-document.ts';
import type { truthFieldsSchema } from '../../support/field-accuracy.ts';
import type { truthWordsSchema } from './read-by-ocr.ts';

export type TruthFields = z.infer<typeof truthFieldsSchema>;

/** One scanned page with a care form, and all that is true of it. */
export interface AccuracySample {
  readonly id: string;
  /** Kind of scan; figures are given for each. */
  readonly set: string;
  readonly bytes: Uint8Array;
  readonly truth: TruthFields;
  readonly truthWords: z.infer<typeof truthWordsSchema>;
  /** The page as a perfect OCR would read it. */
  readonly perfectDocument: OcrDocument;
  /** The true household and provider. */
  readonly records: readonly RegistryRecord[];
  /** ISO date on which it was handed in and decided. */
  readonly day: string;
  /** What must be paid, where it is known beside the rules. */
  readonly knownPaidCentimes?: number;
}
