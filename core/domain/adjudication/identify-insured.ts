import type { CareForm } from '../care-form/care-form.ts';
import { compareNames } from '../identifiers/compare-names.ts';
import type { NameComparison } from '../identifiers/compare-names.ts';
import { isMisreadName } from '../identifiers/misread-names.ts';
import { normaliseCin, normaliseRegistrationNumber } from '../identifiers/numbers.ts';
import type { PersonFile } from '../registry/person-file.ts';
import { personNames } from '../registry/person-names.ts';
import type { Certainty } from './certainty.ts';
import type { Finding } from './decision.ts';

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
    return certainty.isCertainWhenConfirmed(field)
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

/**
 * Whether number, birth date and whole name, each sure by itself, are the person's: then nobody else can be meant, and a CIN that
 * was not read, or hardly, adds nothing.
 */
function isKnownWithoutCin({ form, person, certainty }: Given): boolean {
  const { registrationNumber: number, insuredBirthDate: birth, insuredName: name } = form;
  if (person === undefined || number === undefined || birth === undefined || name === undefined) return false;
  return (
    [number, birth, name].every((field) => certainty.isCertain(field)) &&
    normaliseRegistrationNumber(number.value) === person.person.registrationNumber &&
    birth.value === person.person.birthDate &&
    bestComparison(name.value, personNames(person.person.name)) === 'same'
  );
}

function checkCin(given: Given): readonly Finding[] {
  const findings = cinFindings(given);
  const isUnread = findings.every(({ code }) => code === 'CIN_UNREADABLE');
  return isUnread && isKnownWithoutCin(given) ? [] : findings;
}

function cinFindings({ form, person, personByCin, certainty }: Given): readonly Finding[] {
  const field = form.cin;
  if (field === undefined) return [doubt('CIN_UNREADABLE', 'cin')];
  if (person === undefined) return certainty.isCertain(field) ? [] : [doubt('CIN_UNREADABLE', 'cin')];
  if (person.person.cin === undefined)
    return [doubt('IDENTITY_MISMATCH', 'cin', { cause: 'NO_CIN_ON_FILE' })];
  const isHis = normaliseCin(field.value) === person.person.cin;
  const isAnothers = personByCin !== undefined && personByCin !== person.person.registrationNumber;
  if (isAnothers) return [doubt('IDENTITY_MISMATCH', 'cin', { cause: 'CIN_OF_ANOTHER_PERSON' })];
  if (!isHis) return [doubt(certainty.isCertain(field) ? 'IDENTITY_MISMATCH' : 'CIN_UNREADABLE', 'cin')];
  return certainty.isCertainWhenConfirmed(field) ? [] : [doubt('CIN_UNREADABLE', 'cin')];
}

/** Below it nothing was read, whatever it happens to agree with. */
export const hardlyReadPercent = 20;

/** Whether number, CIN and birth date, each sure by itself, are the person's: then only its reading can be wrong with a name. */
function isKnownWithoutName({ form, person, certainty }: Given): boolean {
  if (person === undefined) return false;
  const { registrationNumber, cin, birthDate } = person.person;
  const numbers = [form.registrationNumber, form.cin, form.insuredBirthDate];
  return (
    numbers.every((field) => certainty.isCertain(field)) &&
    normaliseRegistrationNumber(form.registrationNumber?.value ?? '') === registrationNumber &&
    normaliseCin(form.cin?.value ?? '') === cin &&
    form.insuredBirthDate?.value === birthDate
  );
}

function checkName(given: Given): readonly Finding[] {
  const { form, person, certainty } = given;
  const field = form.insuredName ?? form.insuredNameArabic;
  if (field === undefined) return [doubt('NAME_UNREADABLE', 'insuredName')];
  if (person === undefined) return [];
  const compared = bestComparison(field.value, personNames(person.person.name));
  const isMisread = isKnownWithoutName(given) && isMisreadName(field.value, person.person.name);
  if (compared === 'different' && !isMisread) {
    return [doubt(certainty.isCertain(field) ? 'IDENTITY_MISMATCH' : 'NAME_UNREADABLE', 'insuredName')];
  }
  // A whole name that is on file is no chance, however weakly it was read, where all else is sure.
  const isBorneOut =
    compared === 'same' && field.confidencePercent >= hardlyReadPercent && isKnownWithoutName(given);
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
  return field.value === person.person.birthDate ? [] : [doubt('IDENTITY_MISMATCH', 'insuredBirthDate')];
}

/**
 * Who the insured person is: the registration number, the CIN and the name must agree with one person of the registry; the birth
 * date stands in for a CIN that was not read. Three readings that agree confirm each other, so each may be weaker than one that stands alone. Anything else is doubted,
 * never rejected: a misread number looks like that of another person.
 */
export function identifyInsured(given: Given): {
  readonly person: PersonFile | undefined;
  readonly findings: readonly Finding[];
} {
  const findings = [...checkNumber(given), ...checkCin(given), ...checkName(given), ...checkBirthDate(given)];
  return { person: findings.length === 0 ? given.person : undefined, findings };
}
