import { seededRandom, type Random } from '../random.ts';
import { FAMILY } from './family-names.ts';
import { FEMALE_GIVEN, MALE_GIVEN } from './given-names.ts';
import { CIN_LETTERS, COMMUNES } from './places.ts';
import { weightedPicker } from './weighted-pick.ts';
import type { WrittenName } from './written-name.ts';

/** Someone as they truly are. */
export interface TruePerson {
  /** Unique in the population. */
  readonly id: number;
  readonly family: WrittenName;
  readonly given: WrittenName;
  readonly sex: 'M' | 'F';
  /** Days since 1970-01-01, as civil status has it (often 1 January where the day is not known). */
  readonly birthDay: number;
  /** Adults have one. */
  readonly cin: string | undefined;
  readonly role: 'head' | 'spouse' | 'child' | 'other';
}

export interface TrueHousehold {
  readonly members: readonly [TruePerson, ...TruePerson[]];
  readonly commune: string;
  /** E.164; households without one have none on any list. */
  readonly phone: string | undefined;
}

const pickFamily = weightedPicker(FAMILY);
const pickMale = weightedPicker(MALE_GIVEN);
const pickFemale = weightedPicker(FEMALE_GIVEN);
const pickCommune = weightedPicker(COMMUNES);

const MEMBERS_RESERVED = 16;
const MS_PER_DAY = 86_400_000;
const dayOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / MS_PER_DAY;
const YEAR = 2022;

/**
 * The household of a number, the same for the same seed: families of a few, now and then twins, a son with his father's name,
 * and next to them relatives with the same family name, commune and given names.
 */
export function trueHousehold(seed: number, number: number): TrueHousehold {
  const random = randomOf(seed, number);
  const relative = number > 0 && random.next() < 0.06 ? relativeOf(seed, number, random) : undefined;
  return growHousehold(random, number, relative);
}

interface Relative {
  readonly family: WrittenName;
  readonly commune: string;
  /** Given names that are given again in the other branch. */
  readonly namesakes: readonly TruePerson[];
}

function relativeOf(seed: number, number: number, random: Random): Relative {
  const other = Math.max(0, number - random.whole(1, 400));
  const otherRandom = randomOf(seed, other);
  // The draw that decides whether that household has relatives itself.
  if (other > 0) otherRandom.next();
  const { members, commune } = growHousehold(otherRandom, other, undefined);
  return { family: members[0].family, commune, namesakes: members };
}

function growHousehold(random: Random, number: number, relative: Relative | undefined): TrueHousehold {
  const nextId = idsFrom(number);
  const family = relative?.family ?? pickFamily(random);
  const headIsMale = random.next() < 0.72;
  const headYear = YEAR - random.whole(24, 78);
  const adult = (role: TruePerson['role'], sex: 'M' | 'F', year: number, name: WrittenName): TruePerson => {
    const id = nextId();
    return {
      id,
      family: name,
      given: givenName(random, sex, relative),
      sex,
      birthDay: birthDayIn(random, year),
      cin: cinOf(id, 0),
      role,
    };
  };
  const head = adult('head', headIsMale ? 'M' : 'F', headYear, family);
  const members: [TruePerson, ...TruePerson[]] = [head];
  const isCouple = random.next() < (headIsMale ? 0.75 : 0.15);
  if (isCouple)
    members.push(
      adult('spouse', headIsMale ? 'F' : 'M', headYear + random.whole(-3, 12), pickFamily(random)),
    );
  if (random.next() < 0.05)
    members.push(adult('other', random.next() < 0.3 ? 'M' : 'F', headYear - random.whole(20, 32), family));
  addChildren(random, members, { head, family, nextId, relative });
  return {
    members,
    commune: relative?.commune ?? pickCommune(random).name,
    phone: random.next() < 0.85 ? mobile(random) : undefined,
  };
}

interface Parentage {
  readonly head: TruePerson;
  readonly family: WrittenName;
  readonly nextId: () => number;
  readonly relative: Relative | undefined;
}

function addChildren(
  random: Random,
  members: TruePerson[],
  { head, family, nextId, relative }: Parentage,
): void {
  const parentYear = new Date(head.birthDay * MS_PER_DAY).getUTCFullYear();
  const childCount = Math.max(0, random.whole(-1, 4));
  const years = new Set<number>();
  for (let child = 0; child < childCount; child += 1) {
    const year = parentYear + random.whole(20, 42);
    if (year > YEAR || YEAR - year > 26 || years.has(year)) continue;
    years.add(year);
    const sex = random.next() < 0.5 ? 'M' : 'F';
    const id = nextId();
    const birthDay = birthDayIn(random, year);
    const isAdult = YEAR - year >= 18;
    const isNamedAfterFather = sex === 'M' && head.sex === 'M' && random.next() < 0.04;
    const given = isNamedAfterFather ? head.given : givenName(random, sex, relative);
    const cin = isAdult ? cinOf(id, 0) : undefined;
    members.push({ id, family, given, sex, birthDay, cin, role: 'child' });
    if (random.next() >= 0.015) continue;
    const twinSex = random.next() < 0.65 ? sex : sex === 'M' ? 'F' : 'M';
    const twinGiven = twinName(random, twinSex, given);
    // Twins ask for their cards together: their numbers follow each other.
    const twinCin = isAdult ? cinOf(id, 1) : undefined;
    members.push({
      id: nextId(),
      family,
      given: twinGiven,
      sex: twinSex,
      birthDay,
      cin: twinCin,
      role: 'child',
    });
  }
}

function twinName(random: Random, sex: 'M' | 'F', other: WrittenName): WrittenName {
  // Parents like names that sound alike.
  const names = sex === 'M' ? MALE_GIVEN : FEMALE_GIVEN;
  const alike = names.filter((name) => name !== other && name.latin[0].startsWith(other.latin[0].charAt(0)));
  const chosen = alike[random.whole(0, alike.length - 1)];
  if (chosen !== undefined && random.next() < 0.5) return chosen;
  let name = sex === 'M' ? pickMale(random) : pickFemale(random);
  while (name === other) name = sex === 'M' ? pickMale(random) : pickFemale(random);
  return name;
}

function givenName(random: Random, sex: 'M' | 'F', relative: Relative | undefined): WrittenName {
  const namesakes = relative?.namesakes.filter((person) => person.sex === sex) ?? [];
  const namesake = namesakes[random.whole(0, namesakes.length - 1)];
  if (namesake !== undefined && random.next() < 0.4) return namesake.given;
  return sex === 'M' ? pickMale(random) : pickFemale(random);
}

function birthDayIn(random: Random, year: number): number {
  const isDayUnknown = year < 1965 ? random.next() < 0.25 : random.next() < 0.01;
  return isDayUnknown ? dayOf(year, 1, 1) : dayOf(year, 1, 1) + random.whole(0, 364);
}

const idsFrom = (number: number): (() => number) => {
  let next = number * MEMBERS_RESERVED;
  return () => next++;
};

/** A CIN of its own for each id, spread over letters and digits; `next` gives the one that follows it. */
function cinOf(id: number, next: 0 | 1): string {
  const spread = Number((BigInt(id) * 48_271_117n) % 49_999_991n) * 2 + next;
  const letters = CIN_LETTERS[Math.floor(spread / 1_000_000) % CIN_LETTERS.length] ?? 'A';
  return `${letters}${String(spread % 1_000_000).padStart(6, '0')}`;
}

export const mobile = (random: Random): string => `+212${random.pick(['6', '7'])}${random.digits(8)}`;
export const otherCommune = (random: Random): string => pickCommune(random).name;
export const randomOf = (seed: number, number: number): Random =>
  seededRandom(Math.imul(seed + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35));
