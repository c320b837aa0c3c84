import { seededRandom } from '../../random.ts';
import { claimOfCase, pickCase, type AnyClaim, type ClaimCase } from './any-claim.ts';

/** Of a hundred claims; the others are in order. */
const SHARES: readonly (readonly [ClaimCase, number])[] = [
  ['wrong-total', 4],
  ['rights-closed', 4],
  ['late-filing', 4],
];
const ACCIDENTS = 0.3;

/**
 * Invents a claim on a form that asks for the kind of care. An accident goes to a person, whatever else is
 * wrong with the claim. The same number gives the same claim.
 * @param number a whole number; those of other claims give other people
 * @param day ISO date on which the claim is handed in
 */
export function claimWithCareType(number: number, day: string): AnyClaim {
  const random = seededRandom(number + 0xacc1d);
  const claim = claimOfCase(number, day, pickCase(SHARES, random), random);
  if (random.next() >= ACCIDENTS) {
    // People in hospital hand in other papers than these.
    const isMaternity = claim.patient.sex === 'F' && claim.link !== 'child' && random.next() < 0.2;
    return { ...claim, careType: isMaternity ? 'maternity' : 'illness' };
  }
  return {
    ...claim,
    careType: 'accident',
    claimCase: 'accident',
    expected: { outcome: 'referred', paidCentimes: 0, because: 'accident' },
  };
}
