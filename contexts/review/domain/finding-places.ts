import type { CareForm } from '#reading';
import { fieldAt, placesOf, samePlace } from './form-fields.ts';
import { medicineAt } from './medicine-fields.ts';
import { actFieldNames, claimFieldNames, dispensingFieldNames, medicineFieldNames } from './review-names.ts';
import type { FieldPlace, ReviewedFinding } from './claim-review.ts';

/** Fields to look at for a finding about an act that names none. */
const ofAct: Readonly<Record<string, readonly (typeof actFieldNames)[number][]>> = {
  DUPLICATE: ['dateOfCare', 'keyLetter', 'billedCentimes'],
  NEAR_DUPLICATE: ['dateOfCare', 'keyLetter', 'billedCentimes'],
  BILLED_ABOVE_TARIFF: ['billedCentimes'],
  CEILING_REACHED: ['billedCentimes'],
  RIGHTS_CLOSED_AT_CARE_DATE: ['dateOfCare'],
  WAITING_PERIOD: ['dateOfCare'],
  CONTRIBUTIONS_UNPAID: ['dateOfCare'],
  BENEFICIARY_AGE: ['dateOfCare'],
  SEVERAL_COVERAGES: ['dateOfCare'],
};
const OF_ANY_ACT = ['keyLetter', 'coefficientHundredths'] as const;

/** Fields to look at for a finding about the whole claim that names none. */
const ofClaim: Readonly<
  Record<string, readonly (typeof claimFieldNames | typeof dispensingFieldNames)[number][]>
> = {
  BENEFICIARY_UNREADABLE: ['beneficiaryLink', 'patientName', 'patientBirthDate'],
  BENEFICIARY_AMBIGUOUS: ['beneficiaryLink', 'patientName', 'patientBirthDate'],
  BENEFICIARY_NOT_DECLARED: ['beneficiaryLink', 'patientName', 'patientBirthDate'],
  PROVIDER_MISMATCH: ['providerName'],
  DEPOSIT_BACKDATED: ['signatureDate'],
  PRESCRIPTION_MISSING: ['prescribedOn'],
};

/** The fields of the form that someone has to look at because of a finding. */
export function placesOfFinding(
  { code, field, line, details }: ReviewedFinding,
  form: CareForm,
): readonly FieldPlace[] {
  if (code === 'AMOUNT_UNUSUAL' || code === 'PAGE_NOT_READ') {
    const ofLine =
      line === undefined
        ? undefined
        : [...actFieldNames, ...medicineFieldNames].find((name) => name === field);
    // What is unusual by itself, and each amount that makes up the sum.
    return [
      ...(ofLine === undefined ? [] : [{ field: ofLine, line }]),
      { field: 'totalCentimes' },
      ...form.acts.map((_, index): FieldPlace => ({ field: 'billedCentimes', line: index })),
      ...(form.dispensing?.medicines ?? []).map((_, index): FieldPlace => ({
        field: 'unitPriceCentimes',
        line: form.acts.length + index,
      })),
    ];
  }
  if (line !== undefined && code === 'PROVIDER_NOT_ACTIVE') return whoAndWhen(form, line);
  if (line !== undefined && code === 'DUPLICATE_CHANGED') return whatMakesTheLine(form, line);
  if (line !== undefined && code === 'CHANGED_BY_ONE' && details?.['cause'] === 'ADDED')
    return placesOf(form).filter((place) => place.line === line && fieldAt(form, place) !== undefined);
  if (line !== undefined && medicineAt(form, line) !== undefined) {
    const named = medicineFieldNames.find((name) => name === field);
    return [named === undefined ? { field: 'medicineCode', line } : salePlace(form, named, line)];
  }
  if (line !== undefined) {
    const named = actFieldNames.find((name) => name === field);
    const names = named === undefined ? (ofAct[code] ?? OF_ANY_ACT) : [named];
    const places = names.map((name): FieldPlace => ({ field: name, line }));
    return code === 'NEAR_DUPLICATE' ? [...places, ...changedWhoOrWhere(form, line)] : places;
  }
  const named = [...claimFieldNames, ...dispensingFieldNames].find((name) => name === field);
  return (named === undefined ? (ofClaim[code] ?? []) : [named]).map((name) => ({ field: name }));
}

/** Who gave a line, and the day on which they were not in the register: one of the two may be misread. */
function whoAndWhen(form: CareForm, line: number): readonly FieldPlace[] {
  if (medicineAt(form, line) !== undefined)
    return [salePlace(form, 'pharmacyInpe', line), salePlace(form, 'dispensedOn', line)];
  const ofRow = form.acts[line]?.inpe !== undefined;
  return [ofRow ? { field: 'inpe', line } : { field: 'inpe' }, { field: 'dateOfCare', line }];
}

/** Where a field of boxes stands: who sold them and when is said for the form, unless the line says it or was to say it. */
function salePlace(form: CareForm, field: (typeof medicineFieldNames)[number], line: number): FieldPlace {
  const isOfForm = field === 'pharmacyInpe' || field === 'dispensedOn';
  const medicine = medicineAt(form, line);
  const isOwn = isOfForm && (medicine?.[field] !== undefined || medicine?.emptiedBy?.[field] !== undefined);
  return isOfForm && !isOwn ? { field } : { field, line };
}

const WHO = ['registrationNumber', 'patientName', 'patientBirthDate', 'beneficiaryLink'] as const;

/** What makes the act another one where a person changed it: someone else looks at it too. */
function changedWhoOrWhere(form: CareForm, line: number): readonly FieldPlace[] {
  const ofRow = form.acts[line]?.inpe;
  const names = ofRow === undefined ? [...WHO, 'inpe' as const] : WHO;
  return [
    ...names.filter((name) => form[name]?.isCorrected === true).map((field): FieldPlace => ({ field })),
    ...(ofRow?.isCorrected === true ? [{ field: 'inpe', line } as const] : []),
  ];
}

/** All that makes a line the act, or the boxes, that it is. */
function whatMakesTheLine(form: CareForm, line: number): readonly FieldPlace[] {
  const patient = (['patientName', 'beneficiaryLink'] as const).filter((name) => form[name] !== undefined);
  const ofClaim = patient.map((field): FieldPlace => ({ field }));
  if (medicineAt(form, line) !== undefined)
    return [
      salePlace(form, 'dispensedOn', line),
      { field: 'medicineCode', line },
      ...ofClaim,
      ...changedWhoOrWhere(form, line),
    ];
  const inpe: FieldPlace = form.acts[line]?.inpe === undefined ? { field: 'inpe' } : { field: 'inpe', line };
  const ofAct = (['dateOfCare', 'keyLetter', 'billedCentimes'] as const).map((field) => ({ field, line }));
  const places = [...ofAct, inpe, ...ofClaim, ...changedWhoOrWhere(form, line)];
  return places.filter((place, index) => places.findIndex((other) => samePlace(other, place)) === index);
}
