import type { FileReading } from './care-form.ts';
import type { OcrDocument } from './ocr-document.ts';
import { draftReading, settleReading } from './read-file.ts';
import { noWitnesses } from './witnesses.ts';

/** Reads the care forms of a file from the words that OCR found, where no other witness is to be had. */
export function readCareForms(document: OcrDocument): FileReading {
  return settleReading(draftReading(document), noWitnesses);
}
