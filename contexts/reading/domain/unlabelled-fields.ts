import type { LabelName } from './label-lexicon/label-entry.ts';
import { hasLabel, type PageReading } from './page-reading.ts';

/** Labels of which one must be there before a field can be said to have been left blank. */
const labelsOfField: Readonly<Record<string, readonly LabelName[]>> = {
  patientName: ['patientName', 'name', 'familyName'],
  patientBirthDate: ['patientBirthDate', 'birthDate'],
  inpe: ['inpe'],
  totalCentimes: ['total', 'expenses'],
  signatureDate: ['doneAt', 'signatureDate'],
};

const fieldsOfTable = [
  'acts',
  'dateOfCare',
  'keyLetter',
  'coefficientHundredths',
  'quantity',
  'billedCentimes',
];

/**
 * Fields whose label no page of a form has, so that nobody can say that they were left blank; those of acts that were found by
 * what stands in their lines, too.
 */
export function unlabelledFields(pages: readonly PageReading[], isByContent: boolean): readonly string[] {
  const single = Object.entries(labelsOfField)
    .filter(([, labels]) => !pages.some((page) => hasLabel(page, ...labels)))
    .map(([field]) => field);
  return !isByContent && pages.some((page) => page.table.hasHeader) ? single : [...single, ...fieldsOfTable];
}
