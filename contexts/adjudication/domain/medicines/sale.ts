import type { CareForm, CareFormMedicine, Dispensing, ReadField } from '#reading';

/** Who sold the boxes of a line, and when: its own pharmacy and day where it names them, else those of the form. */

type Sold = Pick<CareFormMedicine, 'pharmacyInpe' | 'dispensedOn'>;
type OfForm = Pick<Dispensing, 'pharmacyInpe' | 'dispensedOn'>;

export const dayOfSale = (ofForm: OfForm, line: Sold): ReadField<string> | undefined =>
  line.dispensedOn ?? ofForm.dispensedOn;

/** A field of the sale of a line behind the acts, wherever it stands; undefined of any other line. */
export function saleFieldAt(
  { acts, dispensing }: CareForm,
  field: 'pharmacyInpe' | 'dispensedOn',
  line: number,
): ReadField<string> | undefined {
  const medicine = dispensing?.medicines[line - acts.length];
  return medicine && (medicine[field] ?? dispensing[field]);
}

/** Every day on which boxes of the form were sold, as it was read, each once. */
export function daysOfSale({ dispensing }: Pick<CareForm, 'dispensing'>): readonly string[] {
  if (dispensing === undefined) return [];
  const days = dispensing.medicines.flatMap((line) => dayOfSale(dispensing, line)?.value ?? []);
  return [...new Set(days)];
}
