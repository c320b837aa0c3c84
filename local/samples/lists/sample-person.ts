import { seededRandom } from '../random.ts';
import { CITIES, STREETS } from '../random/name-pools.ts';
import { LISTED_FAMILY_NAMES, LISTED_GIVEN_NAMES, type ListedNameForms } from './listed-names.ts';

/** An invented person of a list. */
export interface SamplePerson {
  readonly cin: string;
  readonly family: ListedNameForms;
  readonly given: ListedNameForms;
  readonly birthDate: string;
  readonly sex: 'M' | 'F';
  /** E.164. */
  readonly phone: string;
  readonly address: string;
  readonly commune: string;
}

export interface SamplePersonSpec {
  readonly seed: number;
  /** Different people for different indexes, whatever the seed: from 0 to 39 million. */
  readonly index: number;
  readonly bornFrom: number;
  readonly bornTo: number;
  readonly sex?: 'M' | 'F' | undefined;
  readonly family?: ListedNameForms | undefined;
}

const CIN_LETTERS = [
  ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'U'],
  ...['V', 'W', 'X', 'Z', 'AA', 'AB', 'AD', 'AE', 'BB', 'BE', 'BH', 'BJ', 'BK', 'BL', 'BM', 'BW', 'CB', 'CD'],
  ...['CN', 'DA', 'DC', 'DJ', 'DN', 'DO'],
];
const NUMBERS_PER_LETTERS = 900_000;
const MOBILES = 199_999_991;

/** The same seed and index give the same person. No two indexes share a CIN or a mobile. */
export function samplePerson(spec: SamplePersonSpec): SamplePerson {
  const random = seededRandom(Math.imul(spec.seed + 1, 0x9e3779b1) ^ Math.imul(spec.index + 1, 0x85ebca6b));
  const sex = spec.sex ?? random.pick(['M', 'F'] as const);
  return {
    cin: cinOf(spec.index),
    family: spec.family ?? random.pick(LISTED_FAMILY_NAMES),
    given: random.pick(LISTED_GIVEN_NAMES[sex]),
    birthDate: randomDay(random, spec.bornFrom, spec.bornTo),
    sex,
    phone: mobileOf(spec.index),
    address: `${random.whole(1, 160)}, ${random.pick(STREETS)}`,
    commune: random.pick(CITIES),
  };
}

/** Scattered over letters and digits, each once: 7,368,787 shares no divisor with the number of CINs. */
function cinOf(index: number): string {
  const all = CIN_LETTERS.length * NUMBERS_PER_LETTERS;
  const place = Number((BigInt(index) * 7_368_787n + 4_919n) % BigInt(all));
  const letters = CIN_LETTERS[Math.floor(place / NUMBERS_PER_LETTERS)] ?? 'A';
  return `${letters}${(100_000 + (place % NUMBERS_PER_LETTERS)).toString()}`;
}

/** Each once: the modulus is not divisible by the factor's only prime. */
function mobileOf(index: number): string {
  const place = Number((BigInt(index) * 61_803_399n + 1_234_577n) % BigInt(MOBILES));
  return `+212${place < 100_000_000 ? '6' : '7'}${(place % 100_000_000).toString().padStart(8, '0')}`;
}

function randomDay(random: ReturnType<typeof seededRandom>, fromYear: number, toYear: number): string {
  const part = (low: number, high: number): string => random.whole(low, high).toString().padStart(2, '0');
  return `${random.whole(fromYear, toYear)}-${part(1, 12)}-${part(1, 28)}`;
}
