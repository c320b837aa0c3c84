import { type CareForm, type CareFormAct, type FieldSource, formFieldNames, type ReadField } from '#reading';

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
    prescribedOn: keep(form.dispensing.prescribedOn),
    totalCentimes: keep(form.dispensing.totalCentimes),
    medicines: form.dispensing.medicines.filter(isThere).map((line) => ({
      ...line,
      pharmacyInpe: keep(line.pharmacyInpe),
      dispensedOn: keep(line.dispensedOn),
    })),
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
  const part: { -readonly [Name in keyof CareForm]: CareForm[Name] } = {
    ...form,
    pages: form.pages.filter(isOfPart),
    acts: form.acts.filter(isThere).map(act),
    dispensing: dispensing?.medicines.length === 0 ? undefined : dispensing,
    otherAmounts: form.otherAmounts?.filter(isThere),
    // That a field is empty was said of the form as a whole.
    emptiedBy: undefined,
  };
  for (const name of formFieldNames) {
    const field = form[name];
    if (field !== undefined && !isThere(field)) part[name] = undefined;
  }
  return part;
}
