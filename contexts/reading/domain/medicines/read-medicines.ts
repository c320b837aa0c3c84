import type { CareForm, ReadField } from '../care-form.ts';
import { attachedKind } from '../attached-page.ts';
import type { FormPage } from '../form-page.ts';
import { fieldOfCandidate } from '../who/evidence.ts';
import type { ProviderHypothesis } from '../who/provider-hypotheses.ts';
import type { Witnesses } from '../witnesses.ts';
import { boxesOf, type MedicinesFound } from './dispensing.ts';
import { isOnLabel, markedPrices, medicineLabels } from './medicine-labels.ts';
import { medicineLists } from './medicine-list.ts';
import { namedOnPrescription } from './named-on-prescription.ts';
import { dispensedOn, likeliestPharmacy, pharmacyInpe, prescribedOn } from './pharmacy.ts';

/** Everything on the pages of a form that may be of medicines. */
export interface MedicineSigns extends MedicinesFound {
  readonly pharmacy: ProviderHypothesis | undefined;
  /** Its number, in doubt where another pharmacy's is on the pages. */
  readonly pharmacyInpe: ReadField<string> | undefined;
  readonly dispensedOn: ReadField<string> | undefined;
  readonly prescribedOn: ReadField<string> | undefined;
  /** By code: whether the prescriptions name the medicine, where that can be told. */
  readonly prescribed: ReadonlyMap<string, boolean>;
  /** Amounts on the pages behind the form: the pharmacy's sum, and that of acts and medicines, may stand there. */
  readonly attachedAmounts: readonly ReadField<number>[];
}

/**
 * Looks for what a pharmacy sold.
 * @param parts pages of the form
 * @param attached those behind it that are no form's: prescriptions, invoices, labels glued on a sheet
 */
export function readMedicines(
  form: CareForm,
  parts: readonly FormPage[],
  attached: readonly FormPage[],
  providers: readonly ProviderHypothesis[],
  { registry, barcodes }: Pick<Witnesses, 'registry' | 'barcodes'>,
): MedicineSigns {
  const pages = [...parts, ...attached];
  const pharmacy = likeliestPharmacy(providers);
  const careDays = form.acts.flatMap(({ dateOfCare }) => dateOfCare?.value ?? []);
  const day = dispensedOn(pages, pharmacy, careDays);
  const labels = medicineLabels(pages, barcodes);
  const prescriptions = attached.filter((page) => attachedKind(page, registry.providers) === 'prescription');
  const codes = new Set(labels.map(({ code }) => code.value));
  return {
    boxes: boxesOf(labels, registry.medicines),
    lists: pages.flatMap(medicineLists),
    day: day?.value,
    pharmacy,
    pharmacyInpe: pharmacy && pharmacyInpe(pharmacy, providers),
    dispensedOn: day,
    prescribedOn: prescribedOn(prescriptions, pharmacy, day),
    prescribed: namedOnPrescription(
      registry.medicines.filter(({ code }) => codes.has(code)),
      prescriptions,
    ),
    attachedAmounts: attached.flatMap((page) => {
      const prices = new Set(markedPrices(page));
      return page.candidates.amounts
        .filter((amount) => !prices.has(amount))
        .map((amount) => fieldOfCandidate(amount, page.reading.frame.number, 'PLACE'))
        .filter(({ source }) => !isOnLabel(source.box, page, labels));
    }),
  };
}
