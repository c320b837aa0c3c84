import type { Provider, RegistryRecord } from '../../../contexts/registry/records/registry-records.ts';
import { type Scheme, schemes } from '../../../contexts/shared/identifiers/schemes.ts';
import { multiplyCentimes, type Centimes } from '../../../contexts/shared/money.ts';
import { seededRandom, type Random } from '../random.ts';
import { yearsBefore } from '../scenarios/calendar.ts';
import { act, careFormFields, type BilledAct } from '../scenarios/care-form-fields.ts';
import { householdRecords, type Household, type Relative } from '../scenarios/household.ts';
import type { CareFormFields } from '../truth.ts';
import { CITIES, FAMILY_NAMES, GIVEN_NAMES, SPECIALTIES, STREETS } from './name-pools.ts';

/** A valid claim of an invented person, with what the registry must know of it and what it must come to. */
export interface RandomClaim {
  readonly household: Household;
  readonly provider: Provider;
  readonly acts: readonly BilledAct[];
  /** The last day of care. */
  readonly signedOn: string;
  readonly fields: CareFormFields;
  /** Of the household; the provider is shared by many claims. */
  readonly records: readonly RegistryRecord[];
  readonly expected: {
    readonly scheme: Scheme;
    readonly billedCentimes: Centimes;
    readonly paidCentimes: Centimes;
  };
}

/** Tariffs in force (2006 grid; public sector's grid): written out here too, so that the rule data is checked against them. */
const UNIT_CENTIMES = {
  PRIVATE: { C: 80_00, CS: 150_00, V: 120_00, KC: 22_50, Z: 10_00 },
  PUBLIC: { C: 50_00, CS: 75_00, V: undefined, K: 13_00, Z: 9_00 },
} as const;

const PROVIDER_COUNT = 24;

/** The providers that random claims name: few, as in life. The same on every run. */
export function randomProviders(): readonly Provider[] {
  return Array.from({ length: PROVIDER_COUNT }, (_, index) => randomProvider(index));
}

function randomProvider(index: number): Provider {
  const random = seededRandom(7_000_000 + index);
  const sex = random.pick(['M', 'F'] as const);
  return {
    type: 'provider',
    inpe: (310_000_000 + index * 7_919_371).toString().slice(0, 9),
    name: `Dr ${random.pick(FAMILY_NAMES)} ${random.pick(GIVEN_NAMES[sex])}`,
    specialty: SPECIALTIES[index % SPECIALTIES.length] ?? SPECIALTIES[0],
    sector: index % 4 === 3 ? 'PUBLIC' : 'PRIVATE',
    place: random.pick(CITIES),
    from: '2015-01-01',
  };
}

/**
 * Invents a claim that must be approved in full. The same seed gives the same person and claim; different seeds give
 * different people.
 * @param seed a whole number from 0 to 899,999
 * @param today ISO date: care was given in the weeks before it
 * @param isAtTariff whether each act is billed at its tariff, so that amount and coefficient bear each other out
 */
export function randomClaim(seed: number, today: string, isAtTariff = false): RandomClaim {
  const random = seededRandom(seed);
  const household = randomHousehold(seed, today, random);
  const provider = randomProvider(random.whole(0, PROVIDER_COUNT - 1));
  const relative = household.relatives?.[0];
  const billed = randomActs(today, provider, random);
  const acts = isAtTariff
    ? billed.map((one) => ({ ...one, billedCentimes: tariffOf(one, provider) }))
    : billed;
  const lastDay =
    acts
      .map((one) => one.day)
      .toSorted()
      .at(-1) ?? today;
  return {
    household,
    provider,
    acts,
    signedOn: lastDay,
    fields: careFormFields({
      household,
      ...(relative === undefined ? {} : { dependantId: relative.dependantId }),
      provider,
      acts,
      signedOn: lastDay,
    }),
    records: householdRecords(household, today),
    expected: {
      scheme: household.scheme,
      billedCentimes: acts.reduce((sum, one) => sum + one.billedCentimes, 0),
      paidCentimes: acts.reduce((sum, one) => sum + paidFor(one, household.scheme, provider), 0),
    },
  };
}

function randomHousehold(seed: number, today: string, random: Random): Household {
  const sex = random.pick(['M', 'F'] as const);
  const family = random.pick(FAMILY_NAMES);
  const kind = random.pick(['insured', 'insured', 'spouse', 'child'] as const);
  const otherSex = sex === 'M' ? 'F' : 'M';
  const childSex = random.pick(['M', 'F'] as const);
  const relative: Omit<Relative, 'dependantId' | 'family'> =
    kind === 'spouse'
      ? {
          link: 'spouse',
          given: random.pick(GIVEN_NAMES[otherSex]),
          birthDate: randomDay(random, 1962, 1996),
          sex: otherSex,
        }
      : {
          link: 'child',
          given: random.pick(GIVEN_NAMES[childSex]),
          birthDate: yearsBefore(today, random.whole(2, 17), random.whole(0, 300)),
          sex: childSex,
        };
  return {
    registrationNumber: (200_000_000 + scattered(seed)).toString(),
    cin: `${random.pick(['A', 'BE', 'CD', 'EE', 'G', 'JB', 'K', 'W'])}${(100_000 + (seed % 900_000)).toString()}`,
    family,
    given: random.pick(GIVEN_NAMES[sex]),
    birthDate: randomDay(random, 1958, 1996),
    sex,
    address: `${random.whole(1, 160)}, ${random.pick(STREETS)}`,
    city: random.pick(CITIES),
    phone: `+2127${scattered(seed).toString().padStart(8, '0')}`,
    language: random.pick(['ar', 'fr'] as const),
    scheme: random.pick(schemes),
    account: `007780${random.digits(16)}`,
    ...(kind === 'insured' ? {} : { relatives: [{ dependantId: '1', family, ...relative }] }),
  };
}

/** Different for different seeds below 10 million, and not in order: numbers that differ in more than their last digit. */
function scattered(seed: number): number {
  return (seed * 6_180_339 + 1_234_577) % 9_999_991;
}

function randomDay(random: Random, fromYear: number, toYear: number): string {
  const part = (low: number, high: number): string => random.whole(low, high).toString().padStart(2, '0');
  return `${random.whole(fromYear, toYear)}-${part(1, 12)}-${part(1, 28)}`;
}

function randomActs(today: string, provider: Provider, random: Random): readonly BilledAct[] {
  const consultation = provider.specialty === SPECIALTIES[0] ? 'C' : 'CS';
  const firstDaysAgo = random.whole(20, 50);
  const acts = [act(today, firstDaysAgo, consultation, 1, random.whole(5, 35) * 10_00)];
  if (random.next() < 0.5)
    acts.push(
      act(
        today,
        firstDaysAgo - random.whole(0, 3),
        provider.sector === 'PRIVATE' ? 'KC' : 'K',
        random.whole(3, 30),
        random.whole(60, 420) * 1_00,
      ),
    );
  if (random.next() < 0.35)
    acts.push(
      act(today, firstDaysAgo - random.whole(4, 9), 'Z', random.whole(5, 60), random.whole(9, 70) * 10_50),
    );
  return acts;
}

/** @throws Error where no tariff is known here */
function tariffOf({ letter, coefficient }: BilledAct, { sector }: Provider): Centimes {
  const units: Readonly<Record<string, Centimes | undefined>> = UNIT_CENTIMES[sector];
  const unit = units[letter];
  if (unit === undefined) throw new Error(`No tariff of ${letter} is known here`);
  return unit * coefficient;
}

function paidFor(act: BilledAct, scheme: Scheme, provider: Provider): Centimes {
  const rateBasisPoints = scheme === 'AMO_TADAMON' && provider.sector === 'PUBLIC' ? 10_000 : 7_000;
  return multiplyCentimes(Math.min(act.billedCentimes, tariffOf(act, provider)), rateBasisPoints, 10_000);
}
