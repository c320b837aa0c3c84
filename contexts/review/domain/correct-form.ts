import type { CareForm } from '#reading';
import type { FieldName, ReviewChange } from '../records/review-words.ts';
import type { FieldPlace, FieldValue, KeyedValue } from './claim-review.ts';
import { emptyLine, fieldAt, withValue } from './form-fields.ts';
import { medicineAt, withEmptyMedicines, withoutMedicine } from './medicine-fields.ts';

/** What was done to a form, field by field; who and when is added by whoever records it. */
export type FormChange = Pick<ReviewChange, 'what' | 'line' | 'before' | 'after'> & {
  readonly field?: FieldName | undefined;
};

export interface CorrectedForm {
  readonly form: CareForm;
  readonly changes: readonly FormChange[];
}

const valueAt = (form: CareForm, place: FieldPlace): FieldValue => fieldAt(form, place)?.value ?? null;

/** Writes values that people read on the scan. A value that stands there already is confirmed by it. */
export function correctFields(
  form: CareForm,
  values: readonly KeyedValue[],
  attestedBy: readonly string[],
): CorrectedForm {
  return values.reduce<CorrectedForm>(
    (so, { value, ...place }) => {
      const before = valueAt(so.form, place);
      const what = before === value ? 'confirmed' : 'corrected';
      return {
        form: withValue(so.form, place, value, attestedBy),
        changes: [...so.changes, { what, ...place, before, after: value }],
      };
    },
    { form, changes: [] },
  );
}

/** Says that fields are right as they stand. */
export function confirmFields(
  form: CareForm,
  places: readonly FieldPlace[],
  attestedBy: readonly string[],
): CorrectedForm {
  return correctFields(
    form,
    places.map((place) => ({ ...place, value: valueAt(form, place) })),
    attestedBy,
  );
}

export function addLines(form: CareForm, count: number): CorrectedForm {
  const acts = [...form.acts, ...Array.from({ length: count }, () => emptyLine(form))];
  const changes = Array.from({ length: count }, (_, index): FormChange => {
    return { what: 'line-added', line: form.acts.length + index };
  });
  return { form: { ...form, acts }, changes };
}

/** The form whose lines someone added or took out: what others said of the total, they said of other lines. */
export function withTotalSaidBy(form: CareForm, by: string): CareForm {
  const { totalCentimes } = form;
  if (totalCentimes?.attestedBy === undefined) return form;
  const attestedBy = totalCentimes.attestedBy.filter((one) => one === by);
  return {
    ...form,
    totalCentimes: { ...totalCentimes, attestedBy: attestedBy.length === 0 ? undefined : attestedBy },
  };
}

/** Boxes of medicines that were not found; also where nothing of the pharmacy was. */
export function addBoxes(form: CareForm, count: number): CorrectedForm {
  if (count === 0) return { form, changes: [] };
  const added = withEmptyMedicines(form, count);
  const first = added.acts.length + (added.dispensing?.medicines.length ?? 0) - count;
  const changes = Array.from({ length: count }, (_, index): FormChange => {
    return { what: 'line-added', line: first + index };
  });
  return { form: added, changes };
}

/** Takes a line out; what it billed stays in the record. */
export function removeLine(form: CareForm, line: number): CorrectedForm {
  if (line >= form.acts.length) {
    const before = medicineAt(form, line)?.unitPriceCentimes?.value ?? null;
    return {
      form: withoutMedicine(form, line),
      changes: [{ what: 'line-removed', line, field: 'unitPriceCentimes', before }],
    };
  }
  const before = form.acts[line]?.billedCentimes?.value ?? null;
  return {
    form: { ...form, acts: form.acts.filter((_, index) => index !== line) },
    changes: [{ what: 'line-removed', line, field: 'billedCentimes', before }],
  };
}
