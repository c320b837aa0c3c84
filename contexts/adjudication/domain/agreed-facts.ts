import { type CareForm, doubtsAboutCharacters, type ReadField } from '#reading';
import { type PersonFile, personNames } from '#registry';
import { compareNames, isYearAlone, normaliseIdentityNumber, normaliseRegistrationNumber } from '#shared';

/** What a form says of the insured person and the registry knows as well. */
export type IdentityFact = 'registrationNumber' | 'cin' | 'birthDate' | 'name';

/**
 * Three facts are enough. A number that was misread into another person's (one in thirty of all nine-digit numbers is one) would
 * have to be that of someone with the same name or CIN, born on the same day.
 */
const enoughFacts = 3;

function isRead<T>(field: ReadField<T> | undefined, isSame: (value: T) => boolean): boolean {
  return (
    field !== undefined &&
    isSame(field.value) &&
    field.doubts.every((doubt) => doubtsAboutCharacters.has(doubt))
  );
}

/**
 * Whether the person on file is meant beyond doubt: at least three of number, CIN, birth date and whole name stand on the form as
 * the registry has them. How sure the OCR was of each does not matter then, for no misreading agrees three times by chance.
 */
export function isKnownByFacts(form: CareForm, file: PersonFile): boolean {
  return agreedFacts(form, file).size >= enoughFacts;
}

/** Whether a number is the CIN on file, or the residence card of who has none. */
export function isIdentityNumberOf(
  read: string,
  { cin, residenceCard }: Pick<PersonFile['person'], 'cin' | 'residenceCard'>,
): boolean {
  const number = normaliseIdentityNumber(read);
  return number !== undefined && (number === cin || number === residenceCard);
}

/** The facts that the form and the registry agree on. */
export function agreedFacts(form: CareForm, { person }: PersonFile): ReadonlySet<IdentityFact> {
  const { registrationNumber, cin, insuredBirthDate, insuredName, insuredNameArabic } = form;
  const names = personNames(person.name);
  const isName = (read: string): boolean => names.some((name) => compareNames(read, name) === 'same');
  const agreed = {
    registrationNumber: isRead(
      registrationNumber,
      (read) => normaliseRegistrationNumber(read) === person.registrationNumber,
    ),
    cin: isRead(cin, (read) => isIdentityNumberOf(read, person)),
    // A year alone is that of many: it agrees, and tells nobody from another.
    birthDate:
      !isYearAlone(person.birthDate) && isRead(insuredBirthDate, (read) => read === person.birthDate),
    name: isRead(insuredName ?? insuredNameArabic, isName),
  };
  const facts: readonly IdentityFact[] = ['registrationNumber', 'cin', 'birthDate', 'name'];
  return new Set(facts.filter((fact) => agreed[fact]));
}
