import {
  billedForBoxes,
  type CareForm,
  type CareFormMedicine,
  type Dispensing,
  type ReadField,
} from '#reading';
import type { FieldName } from '../records/review-words.ts';
import type { FieldPlace } from './claim-review.ts';
import { actFieldNames, dispensingFieldNames, medicineFieldNames } from './review-names.ts';

/** The fields of what a pharmacy sold: those of boxes stand on lines behind those of the acts, as decisions count them. */

type Field = ReadField<string | number> | undefined;
type MedicineFieldName = (typeof medicineFieldNames)[number];

const keyOf = {
  medicineCode: 'code',
  boxes: 'quantity',
  unitPriceCentimes: 'unitPriceCentimes',
  diseaseCode: 'diseaseCode',
  pharmacyInpe: 'pharmacyInpe',
  dispensedOn: 'dispensedOn',
} as const satisfies Record<MedicineFieldName, keyof CareFormMedicine>;

/** A field of the sale as a whole: one of that name with a line is the line's own. */
const dispensingField = ({ field, line }: FieldPlace) =>
  line === undefined ? dispensingFieldNames.find((name) => name === field) : undefined;
const medicineField = (field: FieldName) => medicineFieldNames.find((name) => name === field);

/** What acts have too is of boxes on their lines only. */
export const isOfMedicines = (form: CareForm, { field, line }: FieldPlace): boolean =>
  dispensingField({ field, line }) !== undefined ||
  (medicineField(field) !== undefined &&
    (medicineAt(form, line) !== undefined || !actFieldNames.some((name) => name === field)));

function indexOf({ acts, dispensing }: CareForm, line: number | undefined): number | undefined {
  const index = (line ?? -1) - acts.length;
  return index >= 0 && index < (dispensing?.medicines.length ?? 0) ? index : undefined;
}

export function medicineAt(form: CareForm, line: number | undefined): CareFormMedicine | undefined {
  const index = indexOf(form, line);
  return index === undefined ? undefined : form.dispensing?.medicines[index];
}

export function medicinePlaces({ acts, dispensing }: CareForm): readonly FieldPlace[] {
  if (dispensing === undefined) return [];
  return [
    ...dispensingFieldNames.map((field): FieldPlace => ({ field })),
    ...dispensing.medicines.flatMap((_, index) =>
      medicineFieldNames.map((field): FieldPlace => ({ field, line: acts.length + index })),
    ),
  ];
}

export function hasMedicinePlace(form: CareForm, { field, line }: FieldPlace): boolean {
  if (line === undefined)
    return dispensingField({ field, line }) !== undefined && form.dispensing !== undefined;
  return medicineField(field) !== undefined && medicineAt(form, line) !== undefined;
}

export function medicineFieldAt(form: CareForm, { field, line }: FieldPlace): Field {
  const ofAll = dispensingField({ field, line });
  if (ofAll !== undefined) return form.dispensing?.[ofAll];
  const name = medicineField(field);
  return name === undefined ? undefined : medicineAt(form, line)?.[keyOf[name]];
}

/** The form with such a field as people say it is. A printed amount that is not boxes times price any more falls away. */
export function withMedicineField(form: CareForm, { field, line }: FieldPlace, next: Field): CareForm {
  const { dispensing } = form;
  if (dispensing === undefined) return form;
  const ofAll = dispensingField({ field, line });
  if (ofAll !== undefined) return { ...form, dispensing: { ...dispensing, [ofAll]: next } };
  const name = medicineField(field);
  if (name === undefined) return form;
  return withMedicineAt(form, line, ({ isPrescribed, ...medicine }) => {
    // What the prescription names was looked for by the code that was read.
    const isSame = name !== 'medicineCode' || medicine.code?.value === next?.value;
    const kept = isSame && isPrescribed !== undefined ? { ...medicine, isPrescribed } : medicine;
    return withBilled({ ...kept, [keyOf[name]]: next });
  });
}

/** The form with the boxes of a line changed; as it is where there are none. */
export function withMedicineAt(
  form: CareForm,
  line: number | undefined,
  change: (medicine: CareFormMedicine) => CareFormMedicine,
): CareForm {
  const { dispensing } = form;
  const index = indexOf(form, line);
  const medicine = medicineAt(form, line);
  if (dispensing === undefined || index === undefined || medicine === undefined) return form;
  return withMedicines(form, dispensing, (medicines) => medicines.with(index, change(medicine)));
}

function withBilled(medicine: CareFormMedicine): CareFormMedicine {
  const unprinted = { ...medicine, billedCentimes: undefined };
  const counted = billedForBoxes(unprinted);
  return counted === undefined || counted === medicine.billedCentimes?.value ? medicine : unprinted;
}

/** The form with further boxes, of which everything is still to be written. */
export function withEmptyMedicines(form: CareForm, count: number): CareForm {
  const { dispensing = NOTHING_SOLD } = form;
  const page = dispensing.medicines.at(-1)?.source.page ?? form.pages.at(-1) ?? 1;
  const empty: CareFormMedicine = {
    ...{ code: undefined, name: undefined, quantity: undefined },
    ...{ unitPriceCentimes: undefined, billedCentimes: undefined },
    source: { page, box: { left: 0, top: 0, width: 0, height: 0 } },
  };
  return withMedicines(form, dispensing, (medicines) => [
    ...medicines,
    ...Array.from({ length: count }, () => empty),
  ]);
}

const NOTHING_SOLD: Dispensing = {
  ...{ pharmacyInpe: undefined, dispensedOn: undefined, totalCentimes: undefined },
  medicines: [],
};

/** Takes boxes out that were none. */
export function withoutMedicine(form: CareForm, line: number): CareForm {
  const index = indexOf(form, line);
  const { dispensing } = form;
  if (index === undefined || dispensing === undefined) return form;
  return withMedicines(form, dispensing, (medicines) => medicines.toSpliced(index, 1));
}

function withMedicines(
  form: CareForm,
  dispensing: Dispensing,
  change: (medicines: Dispensing['medicines']) => Dispensing['medicines'],
): CareForm {
  const medicines = change(dispensing.medicines);
  return { ...form, dispensing: medicines.length === 0 ? undefined : { ...dispensing, medicines } };
}
