import { distance } from 'fastest-levenshtein';
import type { FamilyOnForm } from './family-on-form.ts';
import type { Strangers } from './strangers.ts';

/** Name and birth date of one person stand within so many lines of each other, with their labels between them. */
const mostLines = 8;
/** A birth date that differs in fewer characters from one of the family may be that one, misread. */
const fewestCharactersApart = 3;

type Known = Pick<FamilyOnForm, 'best' | 'pages'>;
type Birth = Strangers['births'][number];

/** The one value that all of them have; undefined where there is none, or more. */
function only<T>(items: readonly T[], valueOf: (item: T) => string): T | undefined {
  const [first, ...others] = items;
  return first !== undefined && others.every((other) => valueOf(other) === valueOf(first))
    ? first
    : undefined;
}

/** Whether the insured is identified by more than his number and name, and the day is like no birth date of the family. */
function isOfNobodyKnown({ candidate }: Birth, { best }: Known): boolean {
  const { family, insured, dependants } = best;
  const days = [family.person.birthDate, ...dependants.map(({ dependant }) => dependant.birthDate)];
  return (
    insured.births.length + insured.cins.length > 0 &&
    days.every((day) => distance(day, candidate.parsed.value) >= fewestCharactersApart)
  );
}

/**
 * Whether the one name and the one birth date on a form that the family does not explain are of one person who is none of them:
 * they stand by each other, further from the insured's name, whose own birth date or CIN is on the form as well.
 */
export function areOfOnePerson({ names, births }: Strangers, known: Known): boolean {
  const name = only(names, ({ tokens }) => tokens.map(({ text }) => text).join(' '));
  const birth = only(births, ({ candidate }) => candidate.parsed.value);
  if (name === undefined || birth === undefined || name.tokens.length < 2) return false;
  if (!isOfNobodyKnown(birth, known)) return false;

  const { best, pages } = known;
  const frame = pages.find(({ reading }) => reading.frame.number === birth.page)?.reading.frame;
  if (frame === undefined) return false;
  const linesFrom = (page: number, top = Number.POSITIVE_INFINITY): number =>
    page === birth.page ? Math.abs(top - birth.candidate.top) / frame.lineHeight : Number.POSITIVE_INFINITY;
  const nearest = names.reduce(
    (least, { page, tokens }) => Math.min(least, linesFrom(page, tokens[0]?.top)),
    Number.POSITIVE_INFINITY,
  );
  return nearest <= mostLines && best.insured.names.every(({ page, top }) => linesFrom(page, top) > nearest);
}
