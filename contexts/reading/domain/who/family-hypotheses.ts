import type { Dependant } from '#registry';
import type { NameOnFile } from '#shared';
import type { Candidate } from '../candidates/candidate.ts';
import type { PageWord } from '../page-frame.ts';
import type { RegisteredFamily } from '../witnesses.ts';
import type { FormPage } from '../form-page.ts';
import { byLikeness, type NameSighting } from './name-index.ts';
import { sightingsOf } from './page-names.ts';

/** A value that stands on a page of the form. */
export interface Seen<T> {
  readonly page: number;
  readonly candidate: Candidate<T>;
}

/** What the pages say for one person of a family. */
export interface MemberEvidence {
  readonly names: readonly NameSighting[];
  readonly births: readonly Seen<string>[];
  readonly cins: readonly Seen<string>[];
}

/** A family of the registry as the one that the form is about, with all that the pages say for it. */
export interface FamilyHypothesis {
  readonly family: RegisteredFamily;
  readonly numbers: readonly Seen<string>[];
  readonly insured: MemberEvidence;
  readonly dependants: readonly (MemberEvidence & { readonly dependant: Dependant })[];
  readonly score: number;
}

/**
 * What each sign is worth, about as the tenfolds by which it is likelier on this family's form than on another's: hardly any
 * other form has a given number of nine digits, while names and birth dates are shared.
 */
const worth = {
  number: 8,
  cin: 6,
  birthDate: 4,
  name: { same: 5, close: 3.5, misread: 2.5 },
  relative: 0.8,
} as const;

function seen<T>(
  pages: readonly FormPage[],
  of: (page: FormPage) => readonly Candidate<T>[],
  value: T | undefined,
): readonly Seen<T>[] {
  if (value === undefined) return [];
  return pages.flatMap((page) =>
    of(page)
      .filter((candidate) => candidate.parsed.value === value)
      .map((candidate) => ({ page: page.reading.frame.number, candidate })),
  );
}

/** Who a run of words names best, where it is like the names of several of the family (Karim, Karima). */
function assignSightings(
  names: readonly NameOnFile[],
  pages: readonly FormPage[],
): readonly (readonly NameSighting[])[] {
  const all = names
    .flatMap((name, member) =>
      pages.flatMap((page) => sightingsOf(name, page.names)).map((sighting) => ({ member, sighting })),
    )
    .sort((a, b) => byLikeness(a.sighting, b.sighting));
  const taken = new Set<PageWord>();
  const own: NameSighting[][] = names.map(() => []);
  for (const { member, sighting } of all) {
    if (sighting.words.some((word) => taken.has(word))) continue;
    for (const word of sighting.words) taken.add(word);
    own[member]?.push(sighting);
  }
  return own.map((sightings) =>
    sightings.sort((a, b) => a.page - b.page || a.top - b.top || a.left - b.left),
  );
}

/** What the likest of the places where a name stands is worth; 0 where it stands nowhere. */
export function worthOfNames(names: readonly NameSighting[]): number {
  return Math.max(0, ...names.map(({ match }) => worth.name[match]));
}

function worthOf({ names, births, cins }: MemberEvidence): number {
  return worthOfNames(names) + (births.length > 0 ? worth.birthDate : 0) + (cins.length > 0 ? worth.cin : 0);
}

/** A date with a year of two digits is the day of the registry where all that is written of it agrees. */
function inCenturyOf(day: string, date: Candidate<string>): Candidate<string> {
  const { value, doubts } = date.parsed;
  if (!doubts.includes('WRONG_LENGTH') || value.slice(2) !== day.slice(2)) return date;
  return { ...date, parsed: { value: day, doubts: doubts.filter((doubt) => doubt !== 'WRONG_LENGTH') } };
}

/** Gathers what the pages of a form say for a family. */
export function weighFamily(family: RegisteredFamily, pages: readonly FormPage[]): FamilyHypothesis {
  const { person, dependants } = family;
  const [insuredNames = [], ...dependantNames] = assignSightings(
    [person.name, ...dependants.map((dependant) => dependant.name)],
    pages,
  );
  const numbers = seen(pages, ({ candidates }) => candidates.nineDigits, person.registrationNumber);
  const birthsOf = (day: string): readonly Seen<string>[] =>
    seen(
      pages,
      ({ candidates, contentTable }) =>
        candidates.dates
          .filter((date) => !date.words.some((word) => contentTable?.words.has(word) === true))
          .map((date) => inCenturyOf(day, date)),
      day,
    );
  const cinsOf = (cin: string | undefined): readonly Seen<string>[] =>
    seen(pages, ({ candidates }) => candidates.cins, cin);
  const insured: MemberEvidence = {
    names: insuredNames,
    births: birthsOf(person.birthDate),
    cins: cinsOf(person.cin),
  };
  const members = dependants.map((dependant, index) => ({
    dependant,
    names: dependantNames[index] ?? [],
    births: birthsOf(dependant.birthDate),
    cins: cinsOf(dependant.cin),
  }));
  const relative = Math.max(0, ...members.map(worthOf));
  const score = (numbers.length > 0 ? worth.number : 0) + worthOf(insured) + worth.relative * relative;
  return { family, numbers, insured, dependants: members, score };
}

/** Below it a family is a chance likeness; a number with a name, or a CIN with name and birth date, are above. */
const leastScore = 10;
/** How much better the best must be than the second. */
const leastMargin = 3;

/**
 * The family that the form is about: the one that the pages say most for, by a margin over the second. A family whose number
 * stands on the form goes before all whose number does not; two such families are a question to a person.
 */
export function likeliestFamily(hypotheses: readonly FamilyHypothesis[]): FamilyHypothesis | undefined {
  const numbered = hypotheses.filter((one) => one.numbers.length > 0 && one.score >= leastScore);
  const [best, second] = (numbered.length > 0 ? numbered : hypotheses).toSorted((a, b) => b.score - a.score);
  if (best === undefined || best.score < leastScore) return undefined;
  return second !== undefined && best.score - second.score < leastMargin ? undefined : best;
}
