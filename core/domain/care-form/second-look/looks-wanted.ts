import type { CareForm, CareFormAct, FieldSource, ReadField } from '../care-form.ts';
import type { LookWanted } from '../witnesses.ts';

/** A coefficient multiplies what is paid, so it is read again unless it is this sure. */
const sureCoefficientPercent = 90;

function isDoubtful(field: ReadField<unknown> | undefined): boolean {
  return field === undefined || field.doubts.length > 0;
}

function isProven({ evidence = [] }: ReadField<unknown>): boolean {
  return evidence.includes('REGISTRY') || evidence.includes('SUM');
}

/** Whether a line has something that would decide the claim and is not sure. */
function isLineDoubtful(act: CareFormAct): boolean {
  const { coefficientHundredths: coefficient, billedCentimes: amount, quantity } = act;
  return (
    isDoubtful(act.keyLetter) ||
    isDoubtful(act.dateOfCare) ||
    (isDoubtful(amount) && !(amount !== undefined && isProven(amount))) ||
    (coefficient !== undefined &&
      (isDoubtful(coefficient) || coefficient.confidencePercent < sureCoefficientPercent)) ||
    (quantity !== undefined && isDoubtful(quantity))
  );
}

/** Fields that stand in the way of a decision while they are in doubt, where the registry has not settled them. */
function doubtfulFields(form: CareForm): readonly FieldSource[] {
  const { registrationNumber, cin, inpe, patientBirthDate, totalCentimes } = form;
  return [registrationNumber, cin, inpe, patientBirthDate, totalCentimes].flatMap(
    (field: ReadField<unknown> | undefined) =>
      field !== undefined && isDoubtful(field) && !isProven(field) ? [field.source] : [],
  );
}

/**
 * The places of a form that are worth reading once more: those that are in doubt and would decide the claim. None where a second
 * look would not help: the form names nobody whom the registry knows, or bills what has no price.
 * @param quarterTurnsOf how a page lies, 0 to 3
 */
export function looksAt(form: CareForm, quarterTurnsOf: (page: number) => number): readonly LookWanted[] {
  if ((form.otherAmounts ?? []).length > 0 || form.hasMedicineLabels === true) return [];
  const isKnown = form.registrationNumber !== undefined && form.insuredName !== undefined;
  if (!isKnown) return [];
  const lines = form.acts.filter(isLineDoubtful).map(({ source }) => source);
  return [...doubtfulFields(form), ...lines].map(({ page, box }) => ({
    page,
    box,
    quarterTurns: (4 - quarterTurnsOf(page)) % 4,
  }));
}
