import type { CareForm, EmptiedBy, ReadField } from '#reading';

/** Fields of a form by the names that findings and people have for them: boxes stand on lines behind the acts. */

type Field = ReadField<string | number> | undefined;

const claimFields = [
  'registrationNumber',
  'cin',
  'insuredName',
  'insuredBirthDate',
  'careType',
  'beneficiaryLink',
  'patientName',
  'patientBirthDate',
  'patientCin',
  'inpe',
  'totalCentimes',
  'signatureDate',
] as const;
/** Of what a pharmacy sold, as a whole. */
export const dispensingFields = ['pharmacyInpe', 'dispensedOn', 'prescribedOn'] as const;
const actFields = [
  'dateOfCare',
  'keyLetter',
  'coefficientHundredths',
  'quantity',
  'billedCentimes',
  'diseaseCode',
  'inpe',
] as const;
const medicineFields = {
  medicineCode: 'code',
  boxes: 'quantity',
  unitPriceCentimes: 'unitPriceCentimes',
  diseaseCode: 'diseaseCode',
  pharmacyInpe: 'pharmacyInpe',
  dispensedOn: 'dispensedOn',
} as const;

export const claimFieldNames = [...claimFields, ...dispensingFields] as const;

export type ClaimFieldName = (typeof claimFieldNames)[number];
export type ActFieldName = (typeof actFields)[number];
export type MedicineFieldName = keyof typeof medicineFields;

const nameIn = <Name extends string>(names: readonly Name[], name: string): Name | undefined =>
  names.find((one) => one === name);
export const medicineFieldNames: readonly MedicineFieldName[] = [
  'medicineCode',
  'boxes',
  'unitPriceCentimes',
  'diseaseCode',
  'pharmacyInpe',
  'dispensedOn',
];

export function fieldOfForm(form: CareForm, field: string, line?: number): Field {
  const { acts, dispensing } = form;
  if (line === undefined) {
    const ofClaim = nameIn(claimFields, field);
    if (ofClaim !== undefined) return form[ofClaim];
    const ofDispensing = nameIn(dispensingFields, field);
    return ofDispensing && dispensing?.[ofDispensing];
  }
  if (line < acts.length) {
    const ofAct = nameIn(actFields, field);
    return ofAct && acts[line]?.[ofAct];
  }
  const ofMedicine = nameIn(medicineFieldNames, field);
  return ofMedicine && dispensing?.medicines[line - acts.length]?.[medicineFields[ofMedicine]];
}

/** Who says that the form has none of a field, and took out what stood there. */
export function emptiedByPeople(form: CareForm, field: string, line?: number): readonly string[] {
  const rows: readonly { readonly emptiedBy?: EmptiedBy | undefined }[] = [
    ...form.acts,
    ...(form.dispensing?.medicines ?? []),
  ];
  return (line === undefined ? form : rows[line])?.emptiedBy?.[field] ?? [];
}

/** All that people can say of a line by itself. */
export function fieldsOfLine(
  { acts }: CareForm,
  line: number,
): readonly (ActFieldName | MedicineFieldName)[] {
  return line < acts.length ? actFields : medicineFieldNames;
}
