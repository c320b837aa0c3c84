import type { CareFormAct, ReadField } from '../../../../contexts/reading/domain/care-form.ts';
import type {
  PriorApproval,
  ProviderAccount,
} from '../../../../contexts/registry/records/registry-records.ts';
import { ribKey } from '../../../../contexts/shared/identifiers/rib.ts';
import { act, field } from './claim-builder.ts';

/** The clinic that files for itself. */
export const CLINIC = '091024578';
const FIRST_22 = '0117800000000000000099';
export const CLINIC_RIB = `${FIRST_22}${ribKey(FIRST_22)}`;

/** A value that a person keyed: no letter of a form says that it is a day of a stay. */
const keyed = <T>(value: T): ReadField<T> => ({ ...field(value), attestedBy: ['amina'] });

interface Stay {
  readonly letter?: string;
  readonly day?: string;
  readonly count?: number | undefined;
  readonly dirhams?: number;
}

/** Three days from 3 September 2025, billed 2,100 DH: 1,650 DH is the basis, 1,155 DH are paid at 70 %. */
export function stay(changes: Stay = {}): CareFormAct {
  const given = { letter: 'HOSP_MED_JOUR', day: '2025-09-03', count: 3, dirhams: 2_100, ...changes };
  return {
    ...act(),
    dateOfCare: field(given.day),
    keyLetter: keyed(given.letter),
    coefficientHundredths: given.letter === 'K' ? keyed(1_600) : undefined,
    ...(given.count === undefined ? {} : { quantity: keyed(given.count) }),
    billedCentimes: keyed(given.dirhams * 100),
  };
}

/** The fund pays the clinic for the stay of the insured person. */
export function priseEnCharge(changes: Partial<PriorApproval> = {}): PriorApproval {
  return {
    type: 'prior-approval',
    registrationNumber: '184203957',
    approvalId: 'PEC-1',
    keyLetter: 'HOSP_MED_JOUR',
    paidToInpe: CLINIC,
    from: '2025-09-01',
    to: '2025-12-31',
    ...changes,
  };
}

export function clinicAccount(changes: Partial<ProviderAccount> = {}): ProviderAccount {
  return {
    type: 'provider-account',
    inpe: CLINIC,
    rib: CLINIC_RIB,
    from: '2020-01-01',
    confirmed: { on: '2020-01-02', reference: 'letter 12' },
    ...changes,
  };
}
