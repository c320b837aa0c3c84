import { type Person, personNames } from '#registry';
import { compareNames, isYearAlone, type NameComparison } from '#shared';

/** Who someone is, apart from numbers. */
export type Identity = Pick<Person, 'name' | 'birthDate'>;

/**
 * Whether two records with one number are of the same person. Names count as the same where any of their spellings are, Arabic
 * or Latin; a name that is only close needs the very birth date, and a birth date that is only near needs the very name.
 */
export function isSameIdentity(a: Identity, b: Identity): boolean {
  const names = compareSpellings(a.name, b.name);
  if (names === 'different') return false;
  const dates = compareBirthDates(a.birthDate, b.birthDate);
  return dates === 'same' || (dates === 'near' && names === 'same');
}

function compareSpellings(a: Person['name'], b: Person['name']): NameComparison {
  const found = personNames(a).flatMap((one) => personNames(b).map((other) => compareNames(one, other)));
  return found.includes('same') ? 'same' : found.includes('close') ? 'close' : 'different';
}

/** `near`: day and month exchanged, or two of day, month and year agree; a year alone and a day of that year. */
export function compareBirthDates(a: string, b: string): 'same' | 'near' | 'different' {
  if (a === b) return 'same';
  if (isYearAlone(a) || isYearAlone(b)) return a.slice(0, 4) === b.slice(0, 4) ? 'near' : 'different';
  const [yearA, monthA, dayA] = a.split('-');
  const [yearB, monthB, dayB] = b.split('-');
  if (yearA === yearB && monthA === dayB && dayA === monthB) return 'near';
  const agreed = [yearA === yearB, monthA === monthB, dayA === dayB].filter(Boolean).length;
  return agreed >= 2 ? 'near' : 'different';
}
