import type { Provider, RegistryRecord } from '../../../../contexts/registry/records/registry-records.ts';
import type { Centimes } from '../../../../contexts/shared/money.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from '../../random/name-pools.ts';
import { seededRandom, type Random } from '../../random.ts';
import { daysBefore } from '../../scenarios/calendar.ts';
import type { Dispensing, DispensingOnForm } from './any-dispensing.ts';
import { householdRecords, ribOf, type Household, type Relative } from '../../scenarios/household.ts';
import { billedActs, knownPayment, paidFor, totalOf, type AnyAct } from './any-acts.ts';
import { anyHousehold, anyProvider } from './any-people.ts';
import { neighbourRecords } from './neighbours.ts';
import { shuffled } from '../shuffled.ts';

/** What is right or wrong with a claim. */
export type ClaimCase =
  | 'in-order'
  /** Cover ended months before the care. */
  | 'rights-closed'
  /** Too few days declared before the care. */
  | 'waiting-period'
  | 'late-filing'
  | 'not-declared'
  | 'provider-not-active'
  /** The number and the CIN of one person under the name of another. */
  | 'other-name'
  /** The total is not the sum of the rows. */
  | 'wrong-total'
  /** The number of a row that names another provider is in no register. */
  | 'row-provider-unknown'
  /** An act that no known tariff prices. */
  | 'no-tariff'
  /** In order, but one of the medicines is not reimbursed. */
  | 'not-reimbursed'
  /** The code of a box is in no list of the fund. */
  | 'unlisted-medicine'
  /** The box for an accident is ticked: another one may have to pay. */
  | 'accident'
  /** What the pharmacy asks for is not the sum of its boxes. */
  | 'wrong-pharmacy-total';

export interface PersonOnForm {
  readonly family: string;
  readonly given: string;
  readonly familyArabic: string;
  readonly givenArabic: string;
  /** ISO date. */
  readonly birthDate: string;
  readonly sex: 'M' | 'F';
}

export type CareTypeOnForm = 'illness' | 'maternity' | 'hospitalisation' | 'accident';

/** What a form says of a claim. Days are ISO dates. */
export interface ClaimOnForm {
  readonly number: number;
  readonly household: Household;
  /** The insured as the form names him. */
  readonly insured: PersonOnForm;
  readonly patient: PersonOnForm;
  readonly link: 'insured' | 'spouse' | 'child';
  readonly provider: Provider;
  readonly acts: readonly AnyAct[];
  /** The box that is ticked, where the form has boxes for the kind of care. */
  readonly careType?: CareTypeOnForm;
  /** Absent on forms without medicines. */
  readonly dispensing?: DispensingOnForm;
  /** Of the whole form, as it says. */
  readonly totalCentimes: Centimes;
  readonly signedOn: string;
  /** On which it is handed in and decided. */
  readonly day: string;
}

/** A claim of invented people, with all that is true of it. */
export interface AnyClaim extends ClaimOnForm {
  readonly claimCase: ClaimCase;
  readonly dispensing?: Dispensing;
  /** Of the household, the provider and their neighbours. */
  readonly records: readonly RegistryRecord[];
  readonly expected: ExpectedDecision;
}

export interface ExpectedDecision {
  readonly outcome: 'approved' | 'rejected' | 'referred';
  readonly paidCentimes: Centimes;
  /** The account that the money goes to; absent where nothing is paid. */
  readonly toRib?: string;
  /** What is no fault either: the lines that are certain are paid, the others are refused or wait for a person. */
  readonly orPartly?: { readonly paidCentimes: Centimes };
  readonly because: ClaimCase;
}

/** Of a hundred claims; the others are in order. */
const SHARES: readonly (readonly [ClaimCase, number])[] = [
  ['rights-closed', 4],
  ['waiting-period', 3],
  ['late-filing', 4],
  ['not-declared', 3],
  ['provider-not-active', 3],
  ['other-name', 4],
  ['wrong-total', 4],
  ['no-tariff', 2],
];
const REJECTED: ReadonlySet<ClaimCase> = new Set<ClaimCase>([
  'rights-closed',
  'waiting-period',
  'late-filing',
  'not-declared',
  'provider-not-active',
]);

/**
 * Invents a claim, and what must become of it. The same number gives the same claim; different numbers give different people.
 * @param number a whole number from 0 to 899,999
 * @param day ISO date on which the claim is handed in
 */
export function anyClaim(number: number, day: string): AnyClaim {
  const random = seededRandom(number + 0xa11c1a);
  return claimOfCase(number, day, pickCase(SHARES, random), random);
}

/** Invents a claim with acts alone, of one case. */
export function claimOfCase(number: number, day: string, claimCase: ClaimCase, random: Random): AnyClaim {
  const household = householdOf(claimCase, anyHousehold(day, random));
  const lastDaysAgo = claimCase === 'late-filing' ? random.whole(85, 140) : random.whole(12, 40);
  const provider = providerOf(claimCase, anyProvider(random), daysBefore(day, lastDaysAgo + 30), random);
  const acts = billedActs(
    { day, daysAgo: lastDaysAgo, provider, isOneDay: claimCase === 'late-filing' },
    claimCase === 'no-tariff',
    random,
  );
  const { patient, link } = patientOf(claimCase, household, random);
  const insured: PersonOnForm = claimCase === 'other-name' ? someoneElse(household, random) : household;
  const billed = totalOf(acts);
  return {
    number,
    claimCase,
    household,
    insured,
    patient: link === 'insured' ? insured : patient,
    link,
    provider,
    acts,
    totalCentimes:
      claimCase === 'wrong-total' ? billed + random.pick([100_00, 50_00, 200_00, -30_00]) : billed,
    signedOn: daysBefore(day, Math.max(lastDaysAgo - random.whole(0, 3), 1)),
    day,
    records: [
      ...recordsOf(claimCase, household, day),
      provider,
      ...neighbourRecords(household, provider, day, random),
    ],
    expected: expectedOf(claimCase, household, acts, provider),
  };
}

/** @param shares of a hundred claims; the others are in order */
export function pickCase(shares: readonly (readonly [ClaimCase, number])[], random: Random): ClaimCase {
  let draw = random.next() * 100;
  for (const [claimCase, share] of shares) {
    draw -= share;
    if (draw < 0) return claimCase;
  }
  return 'in-order';
}

function householdOf(claimCase: ClaimCase, household: ReturnType<typeof anyHousehold>) {
  if (claimCase === 'rights-closed') return { ...household, rights: 'closed' as const };
  return claimCase === 'waiting-period' ? { ...household, scheme: 'AMO_SALARIE' as const } : household;
}

function providerOf(claimCase: ClaimCase, provider: Provider, leftOn: string, random: Random): Provider {
  // Nobody else's provider: the others of the set must be as they are.
  const own = { ...provider, inpe: `2${random.digits(8)}` };
  if (claimCase === 'provider-not-active') return { ...own, to: leftOn };
  // The public sector has a tariff for what the private one has none.
  return claimCase === 'no-tariff' ? { ...own, sector: 'PRIVATE' } : provider;
}

const FEW_DAYS = 6;

function recordsOf(claimCase: ClaimCase, household: Household, day: string): readonly RegistryRecord[] {
  const records = householdRecords(household, day);
  if (claimCase !== 'waiting-period') return records;
  return records.map((record) =>
    record.type === 'contribution' ? { ...record, daysDeclared: FEW_DAYS } : record,
  );
}

function patientOf(
  claimCase: ClaimCase,
  household: ReturnType<typeof anyHousehold>,
  random: Random,
): Pick<AnyClaim, 'patient' | 'link'> {
  if (claimCase === 'not-declared') return { patient: someoneElse(household, random), link: 'child' };
  const { patientRelative } = household;
  return patientRelative === undefined
    ? { patient: household, link: 'insured' }
    : { patient: patientRelative, link: patientRelative.link };
}

/** A person who has nothing in common with anyone of the household. */
function someoneElse(
  { family, given, relatives = [] }: Pick<Household, 'family' | 'given' | 'relatives'>,
  random: Random,
): PersonOnForm {
  const taken = [family, given, ...relatives.flatMap((one: Relative) => [one.family, one.given])];
  const isFree = (name: string): boolean =>
    taken.every((other) => other.slice(0, 4).toUpperCase() !== name.slice(0, 4).toUpperCase());
  const sex = random.pick(['M', 'F'] as const);
  const [otherFamily = FAMILY_NAMES[0]] = shuffled(FAMILY_NAMES.filter(isFree), random);
  const [otherGiven = GIVEN_NAMES[sex][0]] = shuffled(GIVEN_NAMES[sex].filter(isFree), random);
  return {
    family: otherFamily,
    given: otherGiven,
    familyArabic: 'السملالي',
    givenArabic: 'وليد',
    birthDate: `${random.whole(2010, 2020)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`,
    sex,
  };
}

function expectedOf(
  claimCase: ClaimCase,
  household: Household,
  acts: readonly AnyAct[],
  provider: Provider,
): ExpectedDecision {
  if (REJECTED.has(claimCase)) return { outcome: 'rejected', paidCentimes: 0, because: claimCase };
  if (claimCase === 'no-tariff') {
    const known = acts.reduce((sum, act) => sum + (knownPayment(act, household.scheme, provider) ?? 0), 0);
    return {
      ...{ outcome: 'referred', paidCentimes: 0, because: claimCase },
      ...(household.account === undefined ? {} : { toRib: ribOf(household.account) }),
      ...(known > 0 ? { orPartly: { paidCentimes: known } } : {}),
    };
  }
  if (claimCase !== 'in-order') return { outcome: 'referred', paidCentimes: 0, because: claimCase };
  return {
    outcome: 'approved',
    paidCentimes: acts.reduce((sum, act) => sum + paidFor(act, household.scheme, provider), 0),
    ...(household.account === undefined ? {} : { toRib: ribOf(household.account) }),
    because: claimCase,
  };
}
