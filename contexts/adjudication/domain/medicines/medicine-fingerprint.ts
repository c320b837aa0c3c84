import type { BeneficiaryRef } from '#claims';
import type { CareForm } from '#reading';
import { addDays, normaliseRegistrationNumber } from '#shared';
import { canonicalHash } from '../canonical-hash.ts';

interface FamilyMedicine {
  readonly registrationNumber: string;
  /** EAN-13. */
  readonly code: string;
}

/**
 * Identity of the boxes of one medicine that a person got on a day: the same on whichever form, scan or bill they come again. A
 * code is no serial number, so the pharmacy is not part of it: another bill for the same boxes may bear another.
 */
export function medicineFingerprint(
  boxes: FamilyMedicine & {
    readonly beneficiary: BeneficiaryRef;
    readonly dispensedOn: string;
    /** The claim whose boxes people found to be others of the same day. */
    readonly apartFrom?: string | undefined;
  },
): string {
  const { beneficiary, apartFrom } = boxes;
  const who = beneficiary.kind === 'insured' ? 'insured' : beneficiary.dependantId;
  const apart = apartFrom === undefined ? [] : [apartFrom];
  return canonicalHash([
    'medicine-1',
    boxes.registrationNumber,
    who,
    boxes.code,
    boxes.dispensedOn,
    ...apart,
  ]);
}

/** All that a family got of one medicine is in one group: possible duplicates, and boxes that are not used up yet. */
export function medicineGroup({ registrationNumber, code }: FamilyMedicine): string {
  return canonicalHash(['medicine-group-1', registrationNumber, code]);
}

/** Groups of the medicines on a form: what to look up before it is adjudicated. */
export function medicineGroupsOf({ registrationNumber, dispensing }: CareForm): readonly string[] {
  const number = normaliseRegistrationNumber(registrationNumber?.value ?? '');
  if (number === undefined) return [];
  const codes = (dispensing?.medicines ?? []).flatMap(({ code }) => code?.value ?? []);
  return [...new Set(codes)].map((code) => medicineGroup({ registrationNumber: number, code }));
}

/** The days around one (ISO), the nearest first and the day itself left out. */
export function daysAround(day: string, mostDays: number): readonly string[] {
  return Array.from({ length: mostDays }, (_, index) => [
    addDays(day, -index - 1),
    addDays(day, index + 1),
  ]).flat();
}
