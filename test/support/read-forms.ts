import type { CareForm } from '../../contexts/reading/domain/care-form.ts';
import type { OcrDocument } from '../../contexts/reading/domain/ocr-document.ts';
import { readCareForms } from '../../contexts/reading/domain/read-care-forms.ts';
import type { FormStyle } from './care-form-sheet.ts';

/** Reads a file that must hold one form. */
export function onlyForm(document: OcrDocument): CareForm {
  const { forms } = readCareForms(document);
  const [form, ...others] = forms;
  if (form === undefined || others.length > 0) throw new Error(`Expected one form, found ${forms.length}`);
  return form;
}

/** The values of a form without their places and doubts. */
export function plainValues(form: CareForm) {
  return {
    registrationNumber: form.registrationNumber?.value,
    cin: form.cin?.value,
    insuredName: form.insuredName?.value,
    insuredBirthDate: form.insuredBirthDate?.value,
    address: form.address?.value,
    patientName: form.patientName?.value,
    patientBirthDate: form.patientBirthDate?.value,
    providerName: form.providerName?.value,
    inpe: form.inpe?.value,
    specialty: form.specialty?.value,
    rib: form.rib?.value,
    total: form.totalCentimes?.value,
    city: form.city?.value,
    signatureDate: form.signatureDate?.value,
    acts: form.acts.map((act) => [act.dateOfCare?.value, act.keyLetter?.value, act.billedCentimes?.value]),
  };
}

/** What the invented filling of `care-form-sheet.ts` is, read right. */
export const expected = {
  registrationNumber: '112233445',
  cin: 'AB123456',
  insuredName: 'SEFRIOUI Nadia',
  insuredBirthDate: '1981-05-07',
  address: '9, rue des Iris, Settat',
  patientName: 'SEFRIOUI Nadia',
  patientBirthDate: '1981-05-07',
  providerName: 'Dr MANSOURI Adil',
  inpe: '060708091',
  specialty: 'Cardiologie',
  rib: '007780000123456789012396',
  total: 160_200,
  city: 'Settat',
  signatureDate: '2025-02-05',
  acts: [
    ['2025-02-03', 'CS', 25_000],
    ['2025-02-04', 'K', 135_200],
  ],
};

/** Prints of the form that the reader must take alike. */
export const styles: readonly (readonly [string, FormStyle])[] = [
  ['labels left of values', { side: 'right' }],
  ['labels above values', { side: 'below' }],
  ['labels right of values', { side: 'left' }],
  ['comb cells', { side: 'right', hasCombs: true }],
  ['comb cells under their labels', { side: 'below', hasCombs: true }],
  ['Arabic before each label', { side: 'right', hasArabic: true }],
  ['letter and coefficient in one cell', { side: 'right', hasJoinedCode: true }],
  ['the parts in another order', { side: 'right', parts: ['provider', 'acts', 'patient', 'insured'] }],
];
