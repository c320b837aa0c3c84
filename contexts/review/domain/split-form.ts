import type { CareForm, CareFormAct, FieldSource, ReadField } from '#reading';

export interface SplitForms {
  readonly staying: CareForm;
  readonly leaving: CareForm;
}

/**
 * Divides a form whose pages turned out to be two forms: each field goes with the page that it was read on, and what one of
 * them lacks then has to be keyed.
 * @param pages 1-based pages that make a form of their own
 */
export function splitForm(form: CareForm, pages: readonly number[]): SplitForms {
  return {
    staying: partOf(form, (page) => !pages.includes(page)),
    leaving: partOf(form, (page) => pages.includes(page)),
  };
}

function partOf(form: CareForm, isOfPart: (page: number) => boolean): CareForm {
  const isThere = ({ source }: { readonly source: FieldSource }): boolean => isOfPart(source.page);
  const keep = <T>(field: ReadField<T> | undefined): ReadField<T> | undefined =>
    field !== undefined && isThere(field) ? field : undefined;
  const dispensing = form.dispensing && {
    ...form.dispensing,
    pharmacyInpe: keep(form.dispensing.pharmacyInpe),
    dispensedOn: keep(form.dispensing.dispensedOn),
    totalCentimes: keep(form.dispensing.totalCentimes),
    medicines: form.dispensing.medicines.filter(isThere),
  };
  const act = (row: CareFormAct): CareFormAct => ({
    ...row,
    dateOfCare: keep(row.dateOfCare),
    actCode: keep(row.actCode),
    keyLetter: keep(row.keyLetter),
    coefficientHundredths: keep(row.coefficientHundredths),
    quantity: keep(row.quantity),
    billedCentimes: keep(row.billedCentimes),
    diseaseCode: keep(row.diseaseCode),
    inpe: keep(row.inpe),
  });
  return {
    pages: form.pages.filter(isOfPart),
    purpose: form.purpose,
    careType: keep(form.careType),
    dossierNumber: keep(form.dossierNumber),
    registrationNumber: keep(form.registrationNumber),
    cin: keep(form.cin),
    insuredName: keep(form.insuredName),
    insuredNameArabic: keep(form.insuredNameArabic),
    insuredBirthDate: keep(form.insuredBirthDate),
    address: keep(form.address),
    beneficiaryLink: keep(form.beneficiaryLink),
    sex: keep(form.sex),
    patientName: keep(form.patientName),
    patientBirthDate: keep(form.patientBirthDate),
    patientCin: keep(form.patientCin),
    providerName: keep(form.providerName),
    inpe: keep(form.inpe),
    specialty: keep(form.specialty),
    acts: form.acts.filter(isThere).map(act),
    totalCentimes: keep(form.totalCentimes),
    dispensing: dispensing?.medicines.length === 0 ? undefined : dispensing,
    otherAmounts: form.otherAmounts?.filter(isThere),
    hasMedicineLabels: form.hasMedicineLabels,
    attachmentsCount: keep(form.attachmentsCount),
    rib: keep(form.rib),
    city: keep(form.city),
    signatureDate: keep(form.signatureDate),
    unlabelledFields: form.unlabelledFields,
  };
}
