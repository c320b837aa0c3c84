import type { CareForm } from '../care-form.ts';
import type { FormPage } from '../form-page.ts';
import type { ProviderHypothesis } from '../who/provider-hypotheses.ts';
import type { Witnesses } from '../witnesses.ts';
import { boxesOf, type MedicinesFound } from './dispensing.ts';
import { medicineLabels } from './medicine-labels.ts';
import { medicineLists } from './medicine-list.ts';
import { dispensedOn, likeliestPharmacy } from './pharmacy.ts';

/** Everything on the pages of a form that may be of medicines. */
export interface MedicineSigns extends MedicinesFound {
  readonly pharmacy: ProviderHypothesis | undefined;
  readonly dispensedOn: CareForm['signatureDate'];
}

/**
 * Looks for what a pharmacy sold.
 * @param pages those of the form and those behind it that are no form's: prescriptions, invoices, labels glued on a sheet
 */
export function readMedicines(
  form: CareForm,
  pages: readonly FormPage[],
  providers: readonly ProviderHypothesis[],
  { registry, barcodes }: Pick<Witnesses, 'registry' | 'barcodes'>,
): MedicineSigns {
  const pharmacy = likeliestPharmacy(providers);
  const careDays = form.acts.flatMap(({ dateOfCare }) => dateOfCare?.value ?? []);
  const day = dispensedOn(pages, pharmacy, careDays);
  return {
    boxes: boxesOf(medicineLabels(pages, barcodes), registry.medicines),
    lists: pages.flatMap(medicineLists),
    day: day?.value,
    pharmacy,
    dispensedOn: day,
  };
}
