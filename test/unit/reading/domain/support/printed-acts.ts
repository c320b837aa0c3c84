import type { CareForm } from '../../../../../contexts/reading/domain/care-form.ts';
import { printDocument, type PrintedText } from '../../../../support/ocr-builder.ts';
import { onlyForm } from '../../../../support/read-forms.ts';

/** A row of a table: what stands at how many millimetres from the left. */
export type Row = Readonly<Record<number, string>>;

export const firstRow = 80;
export const pitch = 8;

/** Prints rows under each other; `below` and `above` have their own places. */
export function page(rows: readonly Row[], ...others: readonly PrintedText[]) {
  const texts = rows.flatMap((row, index) =>
    Object.entries(row).map(([x, text]) => ({ text, x: Number(x), y: firstRow + index * pitch })),
  );
  return printDocument({ texts: [...texts, ...others] });
}

export function read(rows: readonly Row[], ...others: readonly PrintedText[]): CareForm {
  return onlyForm(page(rows, ...others));
}

/** Day, letter, coefficient, quantity and amount of each act. */
export function actsOf(form: CareForm) {
  return form.acts.map((act) => [
    act.dateOfCare?.value,
    act.keyLetter?.value,
    act.coefficientHundredths?.value,
    act.quantity?.value,
    act.billedCentimes?.value,
  ]);
}

export function doubtsOf(form: CareForm) {
  return form.acts.flatMap((act) =>
    [act.dateOfCare, act.keyLetter, act.coefficientHundredths, act.quantity, act.billedCentimes].flatMap(
      (field) => field?.doubts ?? [],
    ),
  );
}

export const total = (text: string, x = 160, rows = 2): PrintedText => ({
  text,
  x,
  y: firstRow + rows * pitch + 4,
});

export const consultationAndBlood = [
  ['2026-10-05', 'CS', undefined, undefined, 25_000],
  ['2026-10-07', 'B', 15_000, undefined, 16_500],
];
