import { distance } from 'fastest-levenshtein';
import type { FamilyOnForm } from './family-on-form.ts';
import type { Strangers } from './strangers.ts';

/** Name and birth date of one person stand within so many lines of each other, with their labels between them. */
const mostLines = 8;
/** A birth date that differs in fewer characters from one of the family may be that one, misread. */
const fewestCharactersApart = 3;

interface Placed {
  readonly page: number;
  readonly top: number;
}

/**
 * Whether the one name and the one birth date on a form that the family does not explain are of one person who is none of them:
 * they stand by each other, further from the insured's name, whose own birth date or CIN is on the form as well.
 */
export function areOfOnePerson(
  { names, births }: Strangers,
  { best, pages }: Pick<FamilyOnForm, 'best' | 'pages'>,
): boolean {
  const [name] = names;
  const [birth] = births;
  if (name === undefined || birth === undefined) return false;
  const textOf = ({ tokens }: typeof name): string => tokens.map(({ text }) => text).join(' ');
  const isOnlyName = names.every((other) => textOf(other) === textOf(name));
  const isOnlyBirth = births.every(
    ({ candidate }) => candidate.parsed.value === birth.candidate.parsed.value,
  );
  const isFull = name.tokens.length > 1;
  if (!isOnlyName || !isOnlyBirth || !isFull) return false;

  const { person } = best.family;
  const isInsuredKnown = best.insured.births.length > 0 || best.insured.cins.length > 0;
  const days = [person.birthDate, ...best.dependants.map(({ dependant }) => dependant.birthDate)];
  const isNobodys = days.every((day) => distance(day, birth.candidate.parsed.value) >= fewestCharactersApart);
  if (!isInsuredKnown || !isNobodys) return false;

  const lineHeight = pages.find(({ reading }) => reading.frame.number === birth.page)?.reading.frame
    .lineHeight;
  if (lineHeight === undefined) return false;
  const day: Placed = { page: birth.page, top: birth.candidate.top };
  const linesFrom = ({ page, top }: Placed): number =>
    page === day.page ? Math.abs(top - day.top) / lineHeight : Number.POSITIVE_INFINITY;
  const lines = Math.min(
    ...names.map(({ page, tokens }) => linesFrom({ page, top: tokens[0]?.top ?? Number.POSITIVE_INFINITY })),
  );
  return lines <= mostLines && best.insured.names.every((sighting) => linesFrom(sighting) > lines);
}
