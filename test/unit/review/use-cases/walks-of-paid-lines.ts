import type { ReasonCode } from '../../../../contexts/claims/domain/decision.ts';
import type { Walk } from './reason-walk.ts';
import { actsOf, keys, sets } from './walk-parts.ts';

/** An act that is paid, and one without a tariff that waits for people. */
const twoActs: Pick<Walk, 'form'> = {
  form: actsOf(
    {},
    { dateOfCare: '2025-09-08', keyLetter: 'K', coefficientHundredths: 1_600, billedCentimes: 35_200 },
  ),
};
const pricesTheOther = sets('TARIFF_UNKNOWN', { referenceCentimes: 12_000 });

/** What was paid of a claim and what became of it afterwards do not agree. */
export const walksOfPaidLines = {
  PAID_LINE_CHANGED: [
    {
      ...twoActs,
      leads: [keys('keyLetter', 'C', 0)],
      steps: [keys('keyLetter', 'CS', 0), pricesTheOther],
      ends: 'APPROVED',
    },
    {
      ...twoActs,
      leads: [keys('keyLetter', 'C', 0)],
      steps: [{ rejects: 'CARE_NOT_PROVEN' }],
      ends: 'PARTLY_APPROVED',
    },
  ],
  PAID_CLAIM_REJECTED: [
    {
      ...twoActs,
      claim: { submissionDate: '2025-11-03', receivedOn: '2025-11-03' },
      now: '2025-11-04T09:00:00Z',
      leads: [keys('dateOfCare', '2025-07-03', 1)],
      steps: [sets('PAID_CLAIM_REJECTED')],
      ends: 'PARTLY_APPROVED',
    },
  ],
} satisfies Partial<Record<ReasonCode, readonly [Walk, ...Walk[]]>>;
