import type { Provider } from '../../../../contexts/registry/records/registry-records.ts';
import { seededRandom, type Random } from '../../random.ts';
import { ribOf } from '../../scenarios/household.ts';
import { knownPayment } from './any-acts.ts';
import { claimOfCase, pickCase, type AnyClaim, type ClaimCase, type ExpectedDecision } from './any-claim.ts';
import { anyDispensing, type Dispensing } from './any-dispensing.ts';
import { randomName } from './arabic-names.ts';
import { otherDigit } from './neighbours.ts';

/** A claim of acts and medicines. */
export interface ClaimWithMedicines extends AnyClaim {
  readonly dispensing: Dispensing;
}

/**
 * Of a hundred claims; the others are in order. No doctor has left his profession here: what then becomes of the medicines that
 * somebody else gave out is another question.
 */
const SHARES: readonly (readonly [ClaimCase, number])[] = [
  ['not-reimbursed', 18],
  ['unlisted-medicine', 4],
  ['wrong-pharmacy-total', 4],
  ['wrong-total', 4],
  ['rights-closed', 3],
  ['waiting-period', 2],
  ['late-filing', 3],
  ['not-declared', 2],
  ['other-name', 4],
  ['no-tariff', 2],
];

/**
 * Invents a claim of acts and medicines, and what must become of it. The same number gives the same claim.
 * @param number a whole number; those of claims without medicines give other people
 * @param day ISO date on which the claim is handed in
 */
export function claimWithMedicines(number: number, day: string): ClaimWithMedicines {
  const random = seededRandom(number + 0x3ed1c1);
  const claimCase = pickCase(SHARES, random);
  const claim = claimOfCase(number, day, claimCase, random);
  const lastAct = claim.acts.reduce((last, act) => (act.day > last ? act.day : last), '');
  const dispensing = anyDispensing(
    {
      from: lastAct,
      to: claim.signedOn,
      hasNotReimbursed: claimCase === 'not-reimbursed',
      hasUnlisted: claimCase === 'unlisted-medicine',
      hasWrongTotal: claimCase === 'wrong-pharmacy-total',
    },
    random,
  );
  return {
    ...claim,
    dispensing,
    totalCentimes: claim.totalCentimes + dispensing.totalCentimes,
    records: [...claim.records, dispensing.pharmacy, ...neighboursOf(dispensing.pharmacy, claim, random)],
    expected: expectedOf(claim, dispensing),
  };
}

/** A pharmacy that a misread number finds. */
function neighboursOf(pharmacy: Provider, { provider }: AnyClaim, random: Random): readonly Provider[] {
  const inpe = otherDigit(pharmacy.inpe, random);
  const { family } = randomName(random.pick(['M', 'F'] as const), random);
  return inpe === provider.inpe ? [] : [{ ...pharmacy, inpe, name: `Pharmacie ${family}` }];
}

const APPROVED: ReadonlySet<ClaimCase> = new Set<ClaimCase>(['in-order', 'not-reimbursed']);
/** Some lines are certain, and others are not. */
const PARTLY_CERTAIN: ReadonlySet<ClaimCase> = new Set<ClaimCase>(['unlisted-medicine', 'no-tariff']);

function expectedOf(claim: AnyClaim, { lines }: Dispensing): ExpectedDecision {
  const { claimCase, household, acts, provider, expected } = claim;
  if (!APPROVED.has(claimCase) && !PARTLY_CERTAIN.has(claimCase)) return expected;
  const paidCentimes = [
    ...lines.map((line) => line.paidCentimes),
    ...acts.map((act) => knownPayment(act, household.scheme, provider) ?? 0),
  ].reduce((sum, one) => sum + one, 0);
  return {
    ...(APPROVED.has(claimCase) ? { outcome: 'approved', paidCentimes } : expected),
    ...(household.account === undefined ? {} : { toRib: ribOf(household.account) }),
    ...(claimCase === 'in-order' ? {} : { orPartly: { paidCentimes } }),
    because: claimCase,
  };
}
