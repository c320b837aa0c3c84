import type { Finding } from '#claims';
import type { CareForm } from '#reading';
import { type PersonFile, personNames } from '#registry';
import {
  compareNames,
  isMisreadName,
  type NameComparison,
  isYearAlone,
  normaliseRegistrationNumber,
} from '#shared';
import { agreedFacts, isIdentityNumberOf, isKnownByFacts } from './agreed-facts.ts';
import type { Certainty } from './certainty.ts';

interface Given {
  readonly form: CareForm;
  readonly person: PersonFile | undefined;
  readonly personByCin: string | undefined;
  readonly certainty: Certainty;
}

function doubt(code: Finding['code'], field: string, details?: Finding['details']): Finding {
  return { kind: 'doubt', code, field, ...(details === undefined ? {} : { details }) };
}

function checkNumber({ form, person, personByCin, certainty }: Given): readonly Finding[] {
  const field = form.registrationNumber;
  if (field === undefined) return [doubt('REGISTRATION_NUMBER_UNREADABLE', 'registrationNumber')];
  const number = normaliseRegistrationNumber(field.value);
  if (person !== undefined) {
    if (person.person.registrationNumber !== number)
      return [doubt('IDENTITY_MISMATCH', 'registrationNumber')];
    const isAgreed = agreedFacts(form, person).has('registrationNumber');
    return (isAgreed && isKnownByFacts(form, person)) || certainty.isCertainWhenConfirmed(field)
      ? []
      : [doubt('REGISTRATION_NUMBER_UNREADABLE', 'registrationNumber')];
  }
  // A number that finds nobody may be a misread one, however sure the OCR was: never a rejection.
  const code =
    certainty.isCertain(field) && number !== undefined
      ? 'PERSON_NOT_FOUND'
      : 'REGISTRATION_NUMBER_UNREADABLE';
  return [doubt(code, 'registrationNumber', personByCin === undefined ? undefined : { foundByCin: 'yes' })];
}

/** Whether three facts or more agree, so that what was read weakly, or not at all, adds nothing. */
function isKnown({ form, person }: Given): boolean {
  return person !== undefined && isKnownByFacts(form, person);
}

function checkCin(given: Given): readonly Finding[] {
  const findings = cinFindings(given);
  const isUnread = findings.every(({ code }) => code === 'CIN_UNREADABLE');
  return isUnread && isKnown(given) ? [] : findings;
}

function cinFindings({ form, person, personByCin, certainty }: Given): readonly Finding[] {
  const field = form.cin;
  if (field === undefined) return [doubt('CIN_UNREADABLE', 'cin')];
  if (person === undefined) return certainty.isCertain(field) ? [] : [doubt('CIN_UNREADABLE', 'cin')];
  if (person.person.cin === undefined && person.person.residenceCard === undefined)
    return [doubt('IDENTITY_MISMATCH', 'cin', { cause: 'NO_CIN_ON_FILE' })];
  const isHis = isIdentityNumberOf(field.value, person.person);
  const isAnothers = personByCin !== undefined && personByCin !== person.person.registrationNumber;
  if (isAnothers) return [doubt('IDENTITY_MISMATCH', 'cin', { cause: 'CIN_OF_ANOTHER_PERSON' })];
  if (!isHis) return [doubt(certainty.isCertain(field) ? 'IDENTITY_MISMATCH' : 'CIN_UNREADABLE', 'cin')];
  return certainty.isCertainWhenConfirmed(field) ? [] : [doubt('CIN_UNREADABLE', 'cin')];
}

/** Whether number, CIN and birth date, each sure by itself, are the person's: then a name may be a misreading of theirs. */
function isKnownByNumbers({ form, person, certainty }: Given): boolean {
  if (person === undefined) return false;
  const agreed = agreedFacts(form, person);
  return (
    (['registrationNumber', 'cin', 'birthDate'] as const).every((fact) => agreed.has(fact)) &&
    [form.registrationNumber, form.cin, form.insuredBirthDate].every((field) => certainty.isCertain(field))
  );
}

function checkName(given: Given): readonly Finding[] {
  const { form, person, certainty } = given;
  const field = form.insuredName ?? form.insuredNameArabic;
  // Whose form it is only a name says: number, CIN and birth date can be copied from anyone's card.
  if (field === undefined) return [doubt('NAME_UNREADABLE', 'insuredName')];
  if (person === undefined) return [];
  const compared = bestComparison(field.value, personNames(person.person.name));
  const isMisread = isKnownByNumbers(given) && isMisreadName(field.value, person.person.name);
  if (compared === 'different' && !isMisread) {
    return [doubt(certainty.isCertain(field) ? 'IDENTITY_MISMATCH' : 'NAME_UNREADABLE', 'insuredName')];
  }
  // `Hassan` and `Hassane` may be two persons: a name that is only close, or misread, must be read surely.
  const isBorneOut = compared === 'same' && isKnown(given);
  return isBorneOut || certainty.isCertainWhenConfirmed(field)
    ? []
    : [doubt('NAME_UNREADABLE', 'insuredName')];
}

/** The best of the comparisons with each way the registry has of writing a name. */
export function bestComparison(read: string, onFile: readonly string[]): NameComparison {
  const results = onFile.map((name) => compareNames(read, name));
  return results.includes('same') ? 'same' : results.includes('close') ? 'close' : 'different';
}

function checkBirthDate({ form, person, certainty }: Given): readonly Finding[] {
  const field = form.insuredBirthDate;
  if (field === undefined || person === undefined || !certainty.isCertain(field)) return [];
  const { birthDate } = person.person;
  const isYear = isYearAlone(field.value) || isYearAlone(birthDate);
  const isSame = isYear ? field.value.slice(0, 4) === birthDate.slice(0, 4) : field.value === birthDate;
  return isSame ? [] : [doubt('IDENTITY_MISMATCH', 'insuredBirthDate')];
}

/**
 * Who the insured person is: three of registration number, CIN, birth date and name must agree with one person of the registry,
 * and nothing that was read surely may say otherwise. Anything else is doubted, never rejected: a misread number looks like that
 * of another person.
 */
export function identifyInsured(given: Given): {
  readonly person: PersonFile | undefined;
  readonly findings: readonly Finding[];
} {
  const findings = [...checkNumber(given), ...checkCin(given), ...checkName(given), ...checkBirthDate(given)];
  return { person: findings.length === 0 ? given.person : undefined, findings };
}
