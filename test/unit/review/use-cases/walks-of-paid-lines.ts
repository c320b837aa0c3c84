import type { ReasonCode } from '../../../../contexts/claims/domain/decision.ts';
import type { Walk } from './reason-walk.ts';
import { provider } from '../../adjudication/domain/claim-builder.ts';
import { actsOf, keys, pharmacy, sets } from './walk-parts.ts';

/** An act that is paid, and one without a tariff that waits for people. */
const twoActs: Pick<Walk, 'form'> = {
  form: actsOf(
    {},
    { dateOfCare: '2025-09-08', keyLetter: 'K', coefficientHundredths: 1_600, billedCentimes: 35_200 },
  ),
};
const pricesTheOther = sets('TARIFF_UNKNOWN', { referenceCentimes: 12_000 });

/** The line itself cannot be changed, but whose form it is can. */
const isOtherDoctors = keys('inpe', pharmacy.inpe);
const isTheFirstDoctors = keys('inpe', provider().inpe);

/** What was paid of a claim and what became of it afterwards do not agree. */
export const walksOfPaidLines = {
  PAID_LINE_CHANGED: [
    {
      ...twoActs,
      leads: [isOtherDoctors],
      steps: [isTheFirstDoctors, pricesTheOther],
      ends: 'APPROVED',
    },
    {
      ...twoActs,
      leads: [isOtherDoctors],
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
