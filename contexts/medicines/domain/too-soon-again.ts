import type { RuleBook } from '#rules';
import { daysBetween } from '#shared';
import type { Medicine } from './medicine.ts';
import type { MedicineFinding } from './medicine-finding.ts';

/** Boxes of one medicine that one person got on one day. */
export interface DispensedBoxes {
  /** EAN-13. */
  readonly code: string;
  /** ISO date. */
  readonly dispensedOn: string;
  readonly boxes: number;
}

/**
 * Whether a person got a medicine again before the boxes of the first time can be used up. Claims come in any order: whichever
 * was dispensed first must have lasted. Nothing is said where the list does not tell how many units a box holds, or it holds a
 * single one (a bottle, a tube), which lasts as long as it lasts.
 * @param others the same person's boxes of other claims; those of other medicines are passed over
 * @returns a doubt with the day of the nearest other dispensing, or undefined
 */
export function tooSoonAgain(
  dispensed: DispensedBoxes,
  medicine: Pick<Medicine, 'code' | 'packUnits'>,
  others: readonly DispensedBoxes[],
  rules: RuleBook,
): MedicineFinding | undefined {
  const { packUnits } = medicine;
  if (packUnits === undefined || packUnits === 1) return undefined;
  const { renewalPercent, unitsADay } = rules.medicineSettingsOn(dispensed.dispensedOn);
  const [nearest] = others
    .filter(({ code }) => code === medicine.code)
    .map((other) => ({ other, apart: Math.abs(daysBetween(other.dispensedOn, dispensed.dispensedOn)) }))
    .filter(({ other, apart }) => {
      const first = other.dispensedOn <= dispensed.dispensedOn ? other : dispensed;
      return apart * unitsADay * 100 < first.boxes * packUnits * renewalPercent;
    })
    .toSorted((a, b) => a.apart - b.apart || (a.other.dispensedOn < b.other.dispensedOn ? -1 : 1));
  if (nearest === undefined) return undefined;
  return {
    kind: 'doubt',
    code: 'RENEWAL_TOO_SOON',
    details: {
      medicineCode: medicine.code,
      otherDispensedOn: nearest.other.dispensedOn,
      daysApart: nearest.apart,
      packUnits,
    },
  };
}
