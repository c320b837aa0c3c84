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

type Pack = Pick<Medicine, 'packUnits'>;

type MedicineSettings = ReturnType<RuleBook['medicineSettingsOn']>;

function daysUntilRenewal({ packUnits }: Pack, boxes: number, settings: MedicineSettings): number {
  const { renewalPercent, unitsADay, unknownPackDays } = settings;
  // A bottle or a tube is one unit, which lasts for more than a day.
  return packUnits === undefined || packUnits === 1
    ? boxes * unknownPackDays
    : Math.ceil((boxes * packUnits * renewalPercent) / (100 * unitsADay));
}

/** Days after which boxes may be got again: most of their units are used up then, or they are as many as a pack lasts by default. */
export function renewalDays(pack: Pack, { boxes, dispensedOn }: DispensedBoxes, rules: RuleBook): number {
  return daysUntilRenewal(pack, boxes, rules.medicineSettingsOn(dispensedOn));
}

/** Boxes of one day are one dispensing, however many lines or bills they stand on. */
function addedUpByDay(dispensed: readonly DispensedBoxes[]): readonly DispensedBoxes[] {
  const boxesOf = new Map<string, number>();
  for (const { dispensedOn, boxes } of dispensed)
    boxesOf.set(dispensedOn, (boxesOf.get(dispensedOn) ?? 0) + boxes);
  return [...boxesOf].map(([dispensedOn, boxes]) => ({ code: dispensed[0]?.code ?? '', dispensedOn, boxes }));
}

/**
 * Whether a person got a medicine again before the boxes of the first time can be used up. Claims come in any order: whichever
 * was dispensed first must have lasted. Where the list does not tell how many units a box holds, or it holds a single one (a bottle,
 * a tube), each box lasts as many days as the rules say of such.
 * @param others the same person's boxes of other claims; those of other medicines are passed over
 * @returns a doubt with the day of the nearest other dispensing, or undefined
 */
export function tooSoonAgain(
  dispensed: DispensedBoxes,
  medicine: Pick<Medicine, 'code' | 'packUnits'>,
  others: readonly DispensedBoxes[],
  rules: RuleBook,
): MedicineFinding | undefined {
  const settings = rules.medicineSettingsOn(dispensed.dispensedOn);
  const [nearest] = addedUpByDay(others.filter(({ code }) => code === medicine.code))
    .map((other) => ({ other, apart: Math.abs(daysBetween(other.dispensedOn, dispensed.dispensedOn)) }))
    .filter(({ other, apart }) => {
      const first = other.dispensedOn <= dispensed.dispensedOn ? other : dispensed;
      return apart < daysUntilRenewal(medicine, first.boxes, settings);
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
      ...(medicine.packUnits === undefined ? {} : { packUnits: medicine.packUnits }),
    },
  };
}
