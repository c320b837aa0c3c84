import type { MemberPlan } from './household-kinds.ts';
import { samplePerson, type SamplePerson } from './sample-person.ts';

/** Where a member stands in a list. Positions count from 0. */
export interface MemberPlace {
  readonly position: number;
  readonly household: number;
  /** Of the first line of its household. */
  readonly firstPosition: number;
  /** Of the first line of the household before. */
  readonly headBefore: number;
  /** Within the household. */
  readonly index: number;
  /** The only member of its household. */
  readonly isAlone: boolean;
  readonly plan: MemberPlan;
}

const FIRST_PERSON = 20_000_000;

const BIRTH_YEARS = {
  head: { bornFrom: 1950, bornTo: 1990 },
  spouse: { bornFrom: 1952, bornTo: 1994 },
  child: { bornFrom: 2005, bornTo: 2021 },
  other: { bornFrom: 1935, bornTo: 1950 },
} as const;

/** The person of a line: children have the family name and the telephone of the head, everybody the same address. */
export function memberAt(seed: number, place: MemberPlace): SamplePerson {
  const { position, firstPosition, headBefore, plan } = place;
  const headAt = (at: number): SamplePerson => personAt(seed, at, 'head');
  if (plan.trouble === 'sameHead' || plan.trouble === 'likelySameHead') return headAt(headBefore);
  const person = personAt(seed, position, plan.role);
  if (plan.trouble === 'conflictWithHead') return { ...person, cin: headAt(headBefore).cin };
  if (position === firstPosition) return person;
  const { family, phone, address, commune } = headAt(firstPosition);
  return { ...person, phone, address, commune, ...(plan.role === 'child' ? { family } : {}) };
}

function personAt(seed: number, position: number, role: keyof typeof BIRTH_YEARS): SamplePerson {
  // Most couples are a man and a woman: the head's sex goes by the household, the spouse's is the other one.
  const sex = role === 'head' ? ('M' as const) : role === 'spouse' ? ('F' as const) : undefined;
  return samplePerson({ seed, index: FIRST_PERSON + position, ...BIRTH_YEARS[role], sex });
}
