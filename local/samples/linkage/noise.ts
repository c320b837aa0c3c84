import type { ListedMember, ListedName } from '../../../contexts/registration/records/list-lines.ts';
import type { Random } from '../random.ts';
import type { TruePerson } from './population.ts';
import type { WrittenName } from './written-name.ts';

/** How a household is written on one list: by one clerk, in one office. */
export interface Clerk {
  readonly script: 'latin' | 'arabic' | 'both';
  /** Family names in capitals. */
  readonly isCapitals: boolean;
  /** How often this clerk errs, against the usual. */
  readonly carelessness: number;
}

export interface HouseholdFacts {
  readonly household: string;
  readonly commune: string;
  readonly phone: string | undefined;
  /** Written for another member now and then. */
  readonly cinOfHead: string | undefined;
}

export function randomClerk(random: Random): Clerk {
  const draw = random.next();
  return {
    script: draw < 0.58 ? 'latin' : draw < 0.82 ? 'both' : 'arabic',
    isCapitals: random.next() < 0.6,
    carelessness: random.next() < 0.1 ? 3 : random.next() < 0.5 ? 0.5 : 1,
  };
}

/** One line of a list about a person, with what goes wrong when people are written down. Rates are of one line each. */
export function writeMember(
  random: Random,
  person: TruePerson,
  facts: HouseholdFacts,
  clerk: Clerk,
): ListedMember {
  const happens = (rate: number): boolean => random.next() < rate * clerk.carelessness;
  const cin = happens(0.002) ? facts.cinOfHead : writeCin(random, person.cin, happens);
  const sex = happens(0.03) ? undefined : happens(0.004) ? otherSex(person.sex) : person.sex;
  const { phone } = facts;
  return {
    kind: 'member',
    ...(cin === undefined ? {} : { cin }),
    name: writeName(random, person, clerk, happens),
    birthDate: writeDate(random, person.birthDay, happens),
    ...(sex === undefined ? {} : { sex }),
    ...(phone === undefined || happens(0.1)
      ? {}
      : { phone: happens(0.02) ? mistypeDigits(random, phone) : phone }),
    commune: facts.commune,
    household: facts.household,
    role: person.role,
  };
}

type Happens = (rate: number) => boolean;

const otherSex = (sex: 'M' | 'F'): 'M' | 'F' => (sex === 'M' ? 'F' : 'M');

function writeCin(random: Random, cin: string | undefined, happens: Happens): string | undefined {
  if (cin === undefined || random.next() < 0.25) return undefined;
  if (happens(0.02)) return mistypeDigits(random, cin);
  return cin;
}

function writeName(
  random: Random,
  { family, given }: TruePerson,
  { script, isCapitals }: Clerk,
  happens: Happens,
): ListedName {
  const arabic = {
    family: writeArabic(random, family, happens),
    given: writeArabic(random, given, happens),
  };
  if (script === 'arabic') return happens(0.015) ? swapped(arabic) : arabic;
  const latinFamily = writeLatin(random, family, happens);
  const latin = {
    family: isCapitals ? latinFamily.toUpperCase() : latinFamily,
    given: writeLatin(random, dropSecondName(random, given, happens), happens),
  };
  const written = happens(0.015) ? swapped(latin) : latin;
  return script === 'both' ? { ...written, familyArabic: arabic.family, givenArabic: arabic.given } : written;
}

const swapped = ({ family, given }: ListedName): ListedName => ({ family: given, given: family });

function dropSecondName(random: Random, name: WrittenName, happens: Happens): WrittenName {
  const [first, ...others] = name.latin[0].split(' ');
  const isDropped = first !== undefined && others.length > 0 && first.length > 3 && happens(0.06);
  if (isDropped) return { ...name, latin: [first] };
  return happens(0.01)
    ? { ...name, latin: [`${name.latin[0]} ${random.pick(['Amine', 'Ali', 'Zahra', 'Reda', 'Nour'])}`] }
    : name;
}

function writeLatin(random: Random, { latin }: WrittenName, happens: Happens): string {
  const name = random.next() < 0.7 ? latin[0] : random.pick(latin);
  const joined = happens(0.03) ? name.replace(' ', random.pick(['', '-'])) : name;
  return happens(0.03) ? mistypeLetters(random, joined, 'abcdefghijklmnopqrstuvwxyz') : joined;
}

function writeArabic(random: Random, { arabic }: WrittenName, happens: Happens): string {
  let name = arabic;
  if (random.next() < 0.4) name = name.replace(/[أإآ]/g, 'ا');
  if (random.next() < 0.1) name = name.replace(/ة/g, 'ه');
  if (random.next() < 0.1) name = name.replace(/ى$/g, 'ي');
  if (random.next() < 0.3) name = name.replace('عبد ', 'عبد');
  return happens(0.02) ? mistypeLetters(random, name, 'ابتجحدرسعفكلمنهوي') : name;
}

/** One letter wrong, missing, too many, or two exchanged; never the first one of the word. */
function mistypeLetters(random: Random, text: string, alphabet: string): string {
  if (text.length < 4) return text;
  const at = random.whole(1, text.length - 2);
  const letter = alphabet[random.whole(0, alphabet.length - 1)] ?? '';
  const [before, after] = [text.slice(0, at), text.slice(at)];
  return random.pick([
    before + letter + after.slice(1),
    before + after.slice(1),
    before + letter + after,
    before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2),
  ]);
}

/** One digit wrong, or two exchanged. */
function mistypeDigits(random: Random, text: string): string {
  const first = text.search(/\d{4}/);
  const at = random.whole(Math.max(first, 0), text.length - 2);
  const wrong = text.slice(0, at) + random.digits(1) + text.slice(at + 1);
  const exchanged = text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
  return random.next() < 0.6 ? wrong : exchanged;
}

const MS_PER_DAY = 86_400_000;
const toIso = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

function writeDate(random: Random, birthDay: number, happens: Happens): string {
  // Reckoned from the Hijri date with another calendar.
  const day = happens(0.02) ? birthDay + random.pick([-1, 1]) : birthDay;
  const date = toIso(day);
  const [year, month, dayOfMonth] = [date.slice(0, 4), date.slice(5, 7), date.slice(8)];
  if (happens(0.012)) return realDate(`${year}-${dayOfMonth}-${month}`) ?? date;
  if (happens(0.01)) return `${year}-01-01`;
  if (happens(0.015)) {
    const at = random.pick([2, 3, 5, 6, 8, 9]);
    return realDate(date.slice(0, at) + random.digits(1) + date.slice(at + 1)) ?? date;
  }
  return date;
}

function realDate(text: string): string | undefined {
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || time > Date.UTC(2022, 11, 31)) return undefined;
  return new Date(time).toISOString().slice(0, 10) === text ? text : undefined;
}
