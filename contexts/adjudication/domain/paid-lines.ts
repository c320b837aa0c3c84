import type { SettledPart } from '#claims';
import { billedForBoxes, type CareForm } from '#reading';
import type { AssessedLine } from './assessed-line.ts';
import { lineIdentity } from './settled-before.ts';

type AsRead = Pick<AssessedLine['act'], 'line' | 'read'>;

/**
 * The lines of a form that were paid while others waited, by all that was read of them: acts, then medicines, as decisions count
 * them. A line that was changed since is none of them.
 */
export function paidLines(form: CareForm, { lines: paid }: Pick<SettledPart, 'lines'>): ReadonlySet<number> {
  const open = linesOf(form).map((act) => ({ line: act.line, identity: lineIdentity({ act }, form) }));
  const found = new Set<number>();
  for (const { identity } of paid) {
    const line = open.find((one) => one.identity === identity && !found.has(one.line))?.line;
    if (line !== undefined) found.add(line);
  }
  return found;
}

function linesOf({ acts, dispensing }: CareForm): readonly AsRead[] {
  return [
    ...acts.map((act, line): AsRead => ({
      line,
      read: {
        dateOfCare: act.dateOfCare?.value,
        keyLetter: act.keyLetter?.value,
        coefficientHundredths: act.coefficientHundredths?.value,
        quantity: act.quantity?.value,
        billedCentimes: act.billedCentimes?.value,
      },
    })),
    ...(dispensing?.medicines ?? []).map((medicine, index): AsRead => ({
      line: acts.length + index,
      read: {
        kind: 'medicine',
        medicineCode: medicine.code?.value,
        dateOfCare: dispensing?.dispensedOn?.value,
        keyLetter: undefined,
        coefficientHundredths: undefined,
        quantity: medicine.quantity?.value,
        billedCentimes: billedForBoxes(medicine),
      },
    })),
  ];
}
