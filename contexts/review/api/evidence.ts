import { isSumRight } from '#adjudication';
import type { CareForm, ReadField } from '#reading';
import type { FieldEvidence } from '#rules';
import { actFieldNames } from '../domain/review-names.ts';
import { type FieldName } from '../records/review-words.ts';
import { type ReviewEvidence } from './review.ts';
import type { FieldPlace } from '../domain/claim-review.ts';
import { fieldAt } from '../domain/form-fields.ts';

/**
 * Why the value of a field is believed, as the form stands now. Where people read it on the scan, their word stands instead of
 * what spoke for the reading.
 */
export function evidenceAt(form: CareForm, place: FieldPlace): ReviewEvidence[] {
  const read = fieldAt(form, place);
  if (read?.attestedBy !== undefined) return [read.attestedBy.length > 1 ? 'TWO_PEOPLE' : 'PERSON'];
  return (read?.evidence ?? []).filter((evidence) => stillHolds(evidence, place, form));
}

/** Agreement with other fields ends when people correct these. What was seen on the paper itself stays so. */
function stillHolds(evidence: FieldEvidence, place: FieldPlace, form: CareForm): boolean {
  switch (evidence) {
    case 'SUM':
      return isSumRight(form);
    case 'REGISTRY':
      return isFoundAsRead(place, form);
    case 'NEIGHBOURS':
      return !hasCorrectedNeighbour(place, form);
    case 'CHECK_DIGITS':
    case 'BARCODE':
    case 'SECOND_LOOK':
    case 'REPEATED':
    case 'LABEL':
    case 'PLACE':
      return true;
  }
}

const isCorrected = (field: ReadField<unknown> | undefined): boolean => field?.isCorrected === true;

const ofProvider = new Set<FieldName>(['inpe', 'providerName', 'specialty']);

/** Whether the person or the provider is still looked up by the numbers that were read. */
function isFoundAsRead({ field, line }: FieldPlace, form: CareForm): boolean {
  if (field === 'inpe' && line !== undefined) return !isCorrected(form.acts[line]?.inpe);
  const numbers = ofProvider.has(field) ? [form.inpe] : [form.registrationNumber, form.cin];
  return numbers.some((number) => number !== undefined) && !numbers.some(isCorrected);
}

/** Neighbours are the rest of the line, and the same field of other lines; of a field of the whole claim, all lines. */
function hasCorrectedNeighbour({ field, line }: FieldPlace, { acts }: CareForm): boolean {
  return acts.some((act, index) =>
    actFieldNames.some(
      (name) => (line === undefined || line === index || name === field) && isCorrected(act[name]),
    ),
  );
}
