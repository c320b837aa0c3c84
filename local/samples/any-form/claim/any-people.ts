import type { Provider } from '../../../../contexts/registry/records/registry-records.ts';
import { CITIES, STREETS } from '../../random/name-pools.ts';
import { seededRandom, type Random } from '../../random.ts';
import { yearsBefore } from '../../scenarios/calendar.ts';
import type { Household, Relative } from '../../scenarios/household.ts';
import { randomName } from './arabic-names.ts';

/** A member of a household as a form may name him, in both scripts. */
interface NamedRelative extends Relative {
  readonly familyArabic: string;
  readonly givenArabic: string;
}

export interface NamedHousehold extends Household {
  readonly familyArabic: string;
  readonly givenArabic: string;
  /** Who was cared for; absent: the insured. */
  readonly patientRelative?: NamedRelative;
}

const SCHEMES = ['AMO_SALARIE', 'AMO_SALARIE', 'AMO_TNS', 'AMO_TADAMON', 'AMO_ACHAMIL'] as const;
const CIN_LETTERS = [
  'A',
  'AB',
  'BE',
  'BH',
  'BK',
  'CD',
  'D',
  'EE',
  'G',
  'HH',
  'JB',
  'K',
  'LA',
  'W',
  'X',
] as const;
/** The one specialty here that bills biology, and nothing else. */
export const LABORATORY = 'Biologie médicale';

const SPECIALTIES = [
  'Médecine générale',
  'Médecine générale',
  'Cardiologie',
  'Pédiatrie',
  'Gynécologie',
  'Ophtalmologie',
  'Dermatologie',
  'Pneumologie',
  'Rhumatologie',
  'Psychiatrie',
  'Gastro-entérologie',
  'ORL',
  LABORATORY,
] as const;
const PROVIDER_COUNT = 160;

/** An insured person with a family, of which one may be the patient. */
export function anyHousehold(day: string, random: Random): NamedHousehold {
  const sex = random.pick(['M', 'F'] as const);
  const own = randomName(sex, random);
  const relatives = family(own, sex, day, random);
  const patient = random.next() < 0.5 ? undefined : relatives[random.whole(0, relatives.length - 1)];
  return {
    registrationNumber: `${random.whole(1, 9)}${random.digits(8)}`,
    cin: `${random.pick(CIN_LETTERS)}${random.whole(1, 9)}${random.digits(random.pick([5, 5, 5, 4]))}`,
    ...own,
    birthDate: dayBetween(random, 1955, 1998),
    sex,
    address: `${random.whole(1, 190)}, ${random.pick(STREETS)}`,
    city: random.pick(CITIES),
    phone: `+212${random.pick(['6', '7'])}${random.digits(8)}`,
    language: random.pick(['ar', 'fr'] as const),
    scheme: random.pick(SCHEMES),
    account: `${random.pick(['007', '011', '013', '021', '022', '101', '145', '190', '225', '230'])}${random.pick(['780', '640', '810', '330', '450'])}${random.digits(16)}`,
    relatives,
    ...(patient === undefined ? {} : { patientRelative: patient }),
  };
}

function family(
  own: ReturnType<typeof randomName>,
  sex: 'M' | 'F',
  day: string,
  random: Random,
): readonly NamedRelative[] {
  const relatives: NamedRelative[] = [];
  const taken = new Set([own.given]);
  const add = (link: 'spouse' | 'child', relativeSex: 'M' | 'F', birthDate: string): void => {
    const drawn = freshName(relativeSex, taken, random);
    const isOfFather = link === 'child' || random.next() < 0.4;
    relatives.push({
      dependantId: (relatives.length + 1).toString(),
      link,
      ...(isOfFather ? { ...drawn, family: own.family, familyArabic: own.familyArabic } : drawn),
      birthDate,
      sex: relativeSex,
    });
  };
  add('spouse', sex === 'M' ? 'F' : 'M', dayBetween(random, 1958, 1996));
  const children = random.whole(1, 3);
  for (let child = 0; child < children; child += 1)
    add(
      'child',
      random.pick(['M', 'F'] as const),
      yearsBefore(day, random.whole(2, 17), random.whole(0, 300)),
    );
  return relatives;
}

/** Nobody of a household has the given name of another. */
function freshName(sex: 'M' | 'F', taken: Set<string>, random: Random): ReturnType<typeof randomName> {
  for (;;) {
    const name = randomName(sex, random);
    if (taken.has(name.given)) continue;
    taken.add(name.given);
    return name;
  }
}

/** One of the doctors and hospitals that invented people go to. */
export function anyProvider(random: Random): Provider {
  return providerNumber(random.whole(0, PROVIDER_COUNT - 1));
}

function providerNumber(index: number): Provider {
  const random = seededRandom(9_100_000 + index);
  const { family: familyName, given } = randomName(random.pick(['M', 'F'] as const), random);
  const isPublic = index % 5 === 4;
  return {
    type: 'provider',
    inpe: `${random.pick(['0', '1'])}${random.whole(1, 9)}${random.digits(7)}`,
    name: `Dr ${familyName} ${given}`,
    specialty: SPECIALTIES[index % SPECIALTIES.length] ?? SPECIALTIES[0],
    sector: isPublic ? 'PUBLIC' : 'PRIVATE',
    place: random.pick(CITIES),
    from: '2012-01-01',
  };
}

function dayBetween(random: Random, fromYear: number, toYear: number): string {
  const part = (low: number, high: number): string => random.whole(low, high).toString().padStart(2, '0');
  return `${random.whole(fromYear, toYear)}-${part(1, 12)}-${part(1, 28)}`;
}
