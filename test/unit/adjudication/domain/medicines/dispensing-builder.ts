import { adjudicate } from '../../../../../contexts/adjudication/domain/adjudicate.ts';
import type { AdjudicationInput } from '../../../../../contexts/adjudication/domain/adjudication-input.ts';
import type { CareFormMedicine, Dispensing } from '../../../../../contexts/reading/domain/care-form.ts';
import { medicineOf } from '../../../../support/medicine-examples.ts';
import { claimInput, field, provider } from '../claim-builder.ts';

export const pharmacy = provider({ inpe: '092307418', name: 'Pharmacie Ennakhil', specialty: 'Pharmacie' });
export const cardiopex = medicineOf();

/** Boxes whose bars were read, at the price of the list. */
export const boxesOf = (code: string, quantity: number, unitCentimes: number): CareFormMedicine => ({
  code: field(code, { evidence: ['BARCODE', 'CHECK_DIGITS'] }),
  name: undefined,
  quantity: field(quantity),
  unitPriceCentimes: field(unitCentimes, { evidence: ['SUM', 'REGISTRY'] }),
  billedCentimes: undefined,
  source: field('').source,
});

/** Two boxes of 96.20 DH with a base of 84.50 DH, sold on 4 September: 118.30 DH are paid at 70 %. */
export const dispensing = (more: Partial<Dispensing> = {}): Dispensing => ({
  pharmacyInpe: field('092307418'),
  dispensedOn: field('2025-09-04'),
  totalCentimes: undefined,
  medicines: [boxesOf(cardiopex.code, 2, 9_620)],
  ...more,
});

type Changes = Parameters<typeof claimInput>[0];

/** A consultation of 250 DH on 3 September (105 DH are paid), and what a pharmacy sold. */
export function withBoxes(more: Partial<Dispensing> = {}, changes: Changes = {}): AdjudicationInput {
  const acts = changes.form?.acts;
  const sold = dispensing(more);
  const ofActs = acts?.reduce((sum, act) => sum + (act.billedCentimes?.value ?? 0), 0) ?? 25_000;
  const ofBoxes = sold.medicines.reduce(
    (sum, one) => sum + (one.quantity?.value ?? 0) * (one.unitPriceCentimes?.value ?? 0),
    0,
  );
  return claimInput({
    pharmacy,
    medicines: new Map([[cardiopex.code, cardiopex]]),
    ...changes,
    form: { dispensing: sold, totalCentimes: field(ofActs + ofBoxes), ...changes.form },
  });
}

/** What stands in the way of paying all of it: code, field, line. */
export const reasonsOf = (input: AdjudicationInput): string[] =>
  adjudicate(input)
    .findings.filter(({ kind }) => kind !== 'signal')
    .map(({ kind, code, field: name, line }) =>
      [kind, code, name, line].filter((part) => part !== undefined).join(' '),
    );
