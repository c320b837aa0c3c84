import type { BeneficiaryRef } from '#claims';
import type { CareForm } from '#reading';
import { normaliseRegistrationNumber } from '#shared';
import { canonicalHash } from '../canonical-hash.ts';
import { whoOf } from '../taken-care.ts';

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
  },
): string {
  const { registrationNumber, beneficiary, code, dispensedOn } = boxes;
  return canonicalHash(['medicine-1', registrationNumber, whoOf(beneficiary), code, dispensedOn]);
}

/** Where claims left all that a family got of one medicine, when each code had a group of its own. */
export function medicineGroup({ registrationNumber, code }: FamilyMedicine): string {
  return canonicalHash(['medicine-group-1', registrationNumber, code]);
}

/** Such groups of the medicines on a form. */
export function medicineGroupsOf({ registrationNumber, dispensing }: CareForm): readonly string[] {
  const number = normaliseRegistrationNumber(registrationNumber?.value ?? '');
  if (number === undefined) return [];
  const codes = (dispensing?.medicines ?? []).flatMap(({ code }) => code?.value ?? []);
  return [...new Set(codes)].map((code) => medicineGroup({ registrationNumber: number, code }));
}
