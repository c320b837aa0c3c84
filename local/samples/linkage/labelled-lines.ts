import type { ListedMember } from '../../../contexts/registration/records/list-lines.ts';
import type { Random } from '../random.ts';
import { randomClerk, writeMember } from './noise.ts';
import {
  mobile,
  otherCommune,
  randomOf,
  trueHousehold,
  type TrueHousehold,
  type TruePerson,
} from './population.ts';

/** A line of a list, and who it is truly about. */
export interface LabelledLine {
  readonly line: number;
  readonly record: ListedMember;
  readonly person: number;
}

/** Numbers of households that are only made of people who came into a family later. */
const NEWCOMERS = 2_000_000;
const REPEATED_SHARE = 0.05;

/**
 * A list of RAMED households as dirty as life, with the truth: so many lines, seeded, as a stream. One household in twenty is in
 * the list again, wholly, in part, or because someone founded a family or married.
 */
export function* labelledLines(seed: number, lineCount: number): Generator<LabelledLine, void, undefined> {
  let line = 0;
  for (let number = 0; ; number += 1) {
    const random = randomOf(seed ^ 0x5bd1e995, number);
    const home = trueHousehold(seed, number);
    const writings: Writing[] = [{ home, members: home.members, card: cardNumber(number, 0) }];
    if (number > 0 && random.next() < REPEATED_SHARE) writings.push(repeatHousehold(random, seed, number));
    for (const { home: written, members, card } of writings) {
      const clerk = randomClerk(random);
      const facts = {
        household: card,
        commune: written.commune,
        phone: written.phone,
        cinOfHead: members[0]?.cin,
      };
      for (const person of members) {
        line += 1;
        yield { line, record: writeMember(random, person, facts, clerk), person: person.id };
        if (line === lineCount) return;
      }
    }
  }
}

interface Writing {
  readonly home: TrueHousehold;
  readonly members: readonly TruePerson[];
  readonly card: string;
}

function repeatHousehold(random: Random, seed: number, number: number): Writing {
  const other = random.whole(0, number - 1);
  const home = trueHousehold(seed, other);
  const movedOn: TrueHousehold = {
    ...home,
    commune: random.next() < 0.15 ? otherCommune(random) : home.commune,
    phone: random.next() < 0.3 ? mobile(random) : home.phone,
  };
  const card = cardNumber(number, 1);
  const draw = random.next();
  // The very same card sent twice.
  if (draw < 0.05) return { home, members: home.members, card: cardNumber(other, 0) };
  if (draw < 0.55) return { home: movedOn, members: home.members, card };
  if (draw < 0.8)
    return {
      home: movedOn,
      members: home.members.filter((_, index) => index === 0 || random.next() < 0.6),
      card,
    };
  return foundFamily(random, seed, movedOn, { card, number });
}

/** A grown child, or else the spouse, with a household of their own. */
function foundFamily(
  random: Random,
  seed: number,
  home: TrueHousehold,
  { card, number }: { readonly card: string; readonly number: number },
): Writing {
  const grown = home.members.filter(({ role, cin }) => role !== 'head' && cin !== undefined);
  const founder = grown[random.whole(0, grown.length - 1)] ?? home.members[0];
  const [, ...newcomers] = trueHousehold(seed, NEWCOMERS + number).members;
  const role = random.next() < 0.7 ? 'head' : 'spouse';
  return {
    home: {
      ...home,
      commune: random.next() < 0.3 ? otherCommune(random) : home.commune,
      phone: random.next() < 0.6 ? mobile(random) : home.phone,
    },
    members: [{ ...founder, role }, ...newcomers.filter((person) => person.role === 'child')],
    card,
  };
}

/** A RAMED number: its last digit tells the first card of a household from a later one. */
const cardNumber = (number: number, issue: 0 | 1): string => `${String(number + 1).padStart(8, '0')}${issue}`;
