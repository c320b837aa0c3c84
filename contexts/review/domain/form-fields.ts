import { normaliseDiseaseCode } from '#adjudication';
import {
  beneficiaryLinks,
  type CareForm,
  type CareFormAct,
  careTypes,
  type EmptiedBy,
  type FieldSource,
  type ReadField,
  sexes,
} from '#reading';
import {
  cleanText,
  isBirthDate,
  isIsoDate,
  isPlainText,
  normaliseArticleNumber,
  normaliseIdentityNumber,
  normaliseInpe,
  normaliseKeyLetter,
  normaliseRegistrationNumber,
} from '#shared';
import {
  hasMedicinePlace,
  isOfMedicines,
  medicineAt,
  medicineFieldAt,
  medicinePlaces,
  withMedicineAt,
  withMedicineField,
} from './medicine-fields.ts';
import {
  actFieldNames,
  claimFieldNames,
  type FieldFacts,
  type FieldName,
  reviewFields,
} from './review-names.ts';
import type { FieldPlace, FieldValue } from './claim-review.ts';

/** The fields of a care form that a person can correct, by name: what they hold, how they are read and set. */

export type ActFieldName = (typeof actFieldNames)[number];
export type ClaimFieldName = (typeof claimFieldNames)[number];
export type FieldKind = FieldFacts['kind'];

const isActField = (field: FieldName): field is ActFieldName => actFieldNames.some((name) => name === field);
const isClaimField = (field: FieldName): field is ClaimFieldName =>
  claimFieldNames.some((name) => name === field);

export const kindOf = (field: FieldName): FieldKind => reviewFields[field].kind;

const choices: Partial<Record<FieldName, readonly string[]>> = {
  careType: careTypes,
  beneficiaryLink: beneficiaryLinks,
  sex: sexes,
};

export const choicesOf = (field: FieldName): readonly string[] | undefined => choices[field];

/** Of these a year alone is one. */
const births = new Set<FieldName>(['insuredBirthDate', 'patientBirthDate']);
export const isBirth = (field: FieldName): boolean => births.has(field);

/** Numbers of people and professionals are kept as the registers write them. */
const normalisers: Partial<Record<FieldName, (text: string) => string | undefined>> = {
  registrationNumber: normaliseRegistrationNumber,
  cin: normaliseIdentityNumber,
  patientCin: normaliseIdentityNumber,
  inpe: normaliseInpe,
  keyLetter: (text) => normaliseKeyLetter(text) || undefined,
  diseaseCode: normaliseDiseaseCode,
  pharmacyInpe: normaliseInpe,
  medicineCode: normaliseArticleNumber,
};

/** Every place of a form that can hold a value: the fields of the claim, then those of each line, acts before medicines. */
export function placesOf(form: CareForm): readonly FieldPlace[] {
  return [
    ...claimFieldNames.map((field): FieldPlace => ({ field })),
    ...form.acts.flatMap((_, line) => actFieldNames.map((field): FieldPlace => ({ field, line }))),
    ...medicinePlaces(form),
  ];
}

export const samePlace = (a: FieldPlace, b: FieldPlace): boolean => a.field === b.field && a.line === b.line;

export function fieldAt(form: CareForm, { field, line }: FieldPlace): ReadField<string | number> | undefined {
  if (isOfMedicines(form, { field, line })) return medicineFieldAt(form, { field, line });
  if (line === undefined) return isClaimField(field) ? form[field] : undefined;
  return isActField(field) ? form.acts[line]?.[field] : undefined;
}

/** Whether the form has this place: a field of an act needs one of its lines. */
export function hasPlace(form: CareForm, { field, line }: FieldPlace): boolean {
  if (isOfMedicines(form, { field, line })) return hasMedicinePlace(form, { field, line });
  return line === undefined ? isClaimField(field) : isActField(field) && line < form.acts.length;
}

/** The value as the form keeps it; undefined where it is none of this field. */
export function parseFieldValue(field: FieldName, value: FieldValue): FieldValue | undefined {
  if (value === null) return null;
  switch (kindOf(field)) {
    case 'amount':
    case 'coefficient':
    case 'count':
      return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
    case 'number':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
    case 'date':
      return typeof value === 'string' && (isIsoDate(value) || (isBirth(field) && isBirthDate(value)))
        ? value
        : undefined;
    case 'choice':
      return choices[field]?.find((choice) => choice === value);
    case 'name':
    case 'text': {
      if (typeof value !== 'string') return undefined;
      const text = cleanText(value);
      if (text === '' || !isPlainText(text)) return undefined;
      const normalise = normalisers[field];
      return normalise === undefined ? text : normalise(text);
    }
  }
}

const NOWHERE = { left: 0, top: 0, width: 0, height: 0 };

/** Where a value stands that nobody has read: on the form, but at no known place. */
export const isPlaced = ({ box }: FieldSource): boolean => box.width > 0 && box.height > 0;

/** The form with a value that people say is so: it is believed from now on. */
export function withValue(
  form: CareForm,
  place: FieldPlace,
  value: FieldValue,
  attestedBy: readonly string[],
): CareForm {
  const before = fieldAt(form, place);
  const { field, line } = place;
  const row = line === undefined ? undefined : (form.acts[line] ?? medicineAt(form, line));
  const source = before?.source ?? row?.source ?? { page: form.pages[0] ?? 1, box: NOWHERE };
  const isSame = before?.value === value;
  const isCorrected = !isSame || before.isCorrected === true;
  const next: ReadField<string | number> | undefined =
    value === null
      ? undefined
      : {
          isCorrected,
          value,
          text: before?.text ?? '',
          confidencePercent: 100,
          source,
          doubts: [],
          // It spoke for what was read, and for nothing that people put in its place.
          evidence: isCorrected ? undefined : before.evidence,
          // Who says again what stands there joins those who said it; another value is that of its own people alone.
          attestedBy: isSame ? [...new Set([...(before.attestedBy ?? []), ...attestedBy])] : attestedBy,
        };
  const emptied = withEmptied(form, place, value === null ? attestedBy : undefined);
  if (isOfMedicines(form, place)) return withMedicineField(emptied, place, next);
  if (line === undefined)
    return { ...emptied, ...(field === 'inpe' ? { acts: rowsOfForm(emptied) } : {}), [field]: next };
  return {
    ...emptied,
    acts: emptied.acts.map((act, index) => (index === line ? { ...act, [field]: next } : act)),
  };
}

/** Who says that the form has none of a field; undefined where something stands there, or nobody says so. */
export function emptiedAt(form: CareForm, { field, line }: FieldPlace): readonly string[] | undefined {
  const kept = line === undefined ? form : (form.acts[line] ?? medicineAt(form, line));
  return kept?.emptiedBy?.[field];
}

/** The form with who says that a field is empty; with nobody once something stands there. */
function withEmptied(form: CareForm, place: FieldPlace, by: readonly string[] | undefined): CareForm {
  const { field, line } = place;
  const before = emptiedAt(form, place);
  if (by === undefined && before === undefined) return form;
  const people = by && [...new Set([...(before ?? []), ...by])];
  const into = <Kept extends { readonly emptiedBy?: EmptiedBy | undefined }>(kept: Kept): Kept => ({
    ...kept,
    emptiedBy: { ...kept.emptiedBy, [field]: people },
  });
  if (line === undefined) return into(form);
  if (line < form.acts.length)
    return { ...form, acts: form.acts.map((act, index) => (index === line ? into(act) : act)) };
  return withMedicineAt(form, line, into);
}

/** The acts where the form's INPE becomes another: rows that bear the same number are the form's provider's as before. */
function rowsOfForm({ acts, inpe }: CareForm): readonly CareFormAct[] {
  return acts.map((act) =>
    inpe !== undefined && act.inpe?.value === inpe.value ? { ...act, inpe: undefined } : act,
  );
}

/** A line that the reader missed; its fields are still to be written. */
export function emptyLine(form: CareForm): CareFormAct {
  return {
    dateOfCare: undefined,
    actCode: undefined,
    keyLetter: undefined,
    coefficientHundredths: undefined,
    billedCentimes: undefined,
    source: { page: form.acts.at(-1)?.source.page ?? form.pages[0] ?? 1, box: NOWHERE },
  };
}
