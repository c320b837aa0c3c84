import type { DecisionLine } from '#claims';
import { billedForBoxes, type CareForm } from '#reading';
import { normaliseInpe, normaliseKeyLetter } from '#shared';
import { canonicalHash } from './canonical-hash.ts';
import { saleFieldAt } from './medicines/sale.ts';
import { ONE_HUNDREDTHS } from './tariffs/act-code.ts';

/** A line of a form as it was read, for people to see. */
export interface LineAsRead {
  /** 0-based: acts in the order of the form, then medicines. */
  readonly line: number;
  readonly read: Pick<
    DecisionLine,
    | 'kind'
    | 'medicineCode'
    | 'inpe'
    | 'dateOfCare'
    | 'keyLetter'
    | 'coefficientHundredths'
    | 'quantity'
    | 'billedCentimes'
  >;
}

/** A coefficient or a count that is left out means one. */
export const valuesOf = (read: LineAsRead['read']): readonly (string | number | undefined)[] => [
  read.dateOfCare,
  read.keyLetter === undefined ? undefined : normaliseKeyLetter(read.keyLetter),
  read.medicineCode,
  read.coefficientHundredths ?? ONE_HUNDREDTHS,
  read.quantity ?? 1,
  read.billedCentimes,
];

/**
 * What a line is known by when it comes again on a corrected form: all that was read of it. How sure that is does not matter: what
 * was paid for was sure then.
 */
export function lineIdentity({ act: { line, read } }: { readonly act: LineAsRead }, form: CareForm): string {
  const isMedicine = read.kind === 'medicine';
  const inpe = isMedicine ? saleFieldAt(form, 'pharmacyInpe', line) : (form.acts[line]?.inpe ?? form.inpe);
  return canonicalHash([
    'line-1',
    isMedicine ? 'medicine' : 'act',
    inpe === undefined ? null : (normaliseInpe(inpe.value) ?? inpe.value),
    ...valuesOf(read).map((value) => value ?? null),
  ]);
}

/** The lines of a form by what was read of them: acts, then medicines, as decisions count them. */
export function linesOf({ acts, dispensing }: CareForm): readonly LineAsRead[] {
  return [
    ...acts.map((act, line): LineAsRead => ({
      line,
      read: {
        dateOfCare: act.dateOfCare?.value,
        keyLetter: act.keyLetter?.value,
        coefficientHundredths: act.coefficientHundredths?.value,
        quantity: act.quantity?.value,
        billedCentimes: act.billedCentimes?.value,
      },
    })),
    ...(dispensing?.medicines ?? []).map((medicine, index): LineAsRead => ({
      line: acts.length + index,
      read: {
        kind: 'medicine',
        medicineCode: medicine.code?.value,
        dateOfCare: medicine.dispensedOn?.value ?? dispensing?.dispensedOn?.value,
        keyLetter: undefined,
        coefficientHundredths: undefined,
        quantity: medicine.quantity?.value,
        billedCentimes: billedForBoxes(medicine),
      },
    })),
  ];
}
