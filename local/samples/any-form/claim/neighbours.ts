import type { Provider, RegistryRecord } from '../../../../contexts/registry/records/registry-records.ts';
import type { Random } from '../../random.ts';
import { yearsBefore } from '../../scenarios/calendar.ts';
import { householdRecords, type Household } from '../../scenarios/household.ts';
import { randomName } from './arabic-names.ts';
import type { NamedHousehold } from './any-people.ts';

/**
 * People and providers that a misread number may find: registration numbers and CINs a digit off or with two digits exchanged,
 * a namesake, the household of a brother or sister, providers whose INPE is a digit off. All of them are in good standing, so
 * that a payment to one of them would go through.
 */
export function neighbourRecords(
  household: NamedHousehold,
  provider: Provider,
  day: string,
  random: Random,
): readonly RegistryRecord[] {
  const { registrationNumber, cin } = household;
  const numbers = new Set([registrationNumber]);
  const fresh = (make: () => string): string => {
    for (;;) {
      const number = make();
      if (numbers.has(number)) continue;
      numbers.add(number);
      return number;
    }
  };
  const digitOff = stranger(
    household,
    fresh(() => otherDigit(registrationNumber, random)),
    random,
  );
  const exchanged = stranger(
    household,
    fresh(() => exchangedDigits(registrationNumber, random)),
    random,
  );
  const cinOff: Household = {
    ...stranger(
      household,
      fresh(() => otherNumber(random)),
      random,
    ),
    cin: otherCin(cin, random),
  };
  const namesake: Household = {
    ...stranger(
      household,
      fresh(() => otherNumber(random)),
      random,
    ),
    family: household.family,
    given: household.given,
    familyArabic: household.familyArabic,
    givenArabic: household.givenArabic,
    sex: household.sex,
  };
  const sibling: Household = {
    ...stranger(
      household,
      fresh(() => otherNumber(random)),
      random,
    ),
    family: household.family,
    familyArabic: household.familyArabic,
    address: household.address,
    relatives: childrenOf(household, day, random),
  };
  const inpes = new Set([provider.inpe]);
  const otherProvider = (inpe: string): readonly Provider[] => {
    if (inpes.has(inpe)) return [];
    inpes.add(inpe);
    const { family, given } = randomName(random.pick(['M', 'F'] as const), random);
    return [{ ...provider, inpe, name: `Dr ${family} ${given}`, from: '2012-01-01', to: '2099-12-31' }];
  };
  return [
    ...[digitOff, exchanged, cinOff, namesake, sibling].flatMap((one) => householdRecords(one, day)),
    ...otherProvider(otherDigit(provider.inpe, random)),
    ...otherProvider(exchangedDigits(provider.inpe, random)),
  ];
}

/** Someone of the same scheme who has nothing else in common with the household. */
function stranger(like: Household, registrationNumber: string, random: Random): NamedHousehold {
  const sex = random.pick(['M', 'F'] as const);
  return {
    ...randomName(sex, random),
    registrationNumber,
    cin: `Q${random.whole(1, 9)}${random.digits(5)}`,
    birthDate: `${random.whole(1955, 1998)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`,
    sex,
    address: 'rue du Marché',
    city: like.city,
    phone: `+2127${random.digits(8)}`,
    language: 'fr',
    scheme: like.scheme,
    account: `011780${random.digits(16)}`,
    relatives: [],
  };
}

/** Cousins with the family name of the household's children. */
function childrenOf(household: Household, day: string, random: Random): NonNullable<Household['relatives']> {
  const sex = random.pick(['M', 'F'] as const);
  return [
    {
      dependantId: '1',
      link: 'child',
      family: household.family,
      given: randomName(sex, random).given,
      birthDate: yearsBefore(day, random.whole(2, 16), random.whole(0, 300)),
      sex,
    },
  ];
}

const otherNumber = (random: Random): string => `${random.whole(1, 9)}${random.digits(8)}`;

function otherCin(cin: string, random: Random): string {
  const letters = cin.replace(/\d/g, '');
  return letters + otherDigit(cin.slice(letters.length), random);
}

/** The same text with one of its digits replaced. */
export function otherDigit(text: string, random: Random): string {
  const at = random.whole(0, text.length - 1);
  const digit = (Number(text[at]) + random.whole(1, 9)) % 10;
  return text.slice(0, at) + digit.toString() + text.slice(at + 1);
}

/** The same text with two neighbouring digits exchanged, where two differ. */
export function exchangedDigits(text: string, random: Random): string {
  const places = Array.from({ length: text.length - 1 }, (_, at) => at).filter(
    (at) => text[at] !== text[at + 1],
  );
  const at = places[random.whole(0, places.length - 1)];
  if (at === undefined) return otherDigit(text, random);
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
}
