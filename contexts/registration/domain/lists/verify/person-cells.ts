import { asciiDigits, cleanName, normaliseCin, parseYearAlone } from '#shared';
import type { ListedName } from '../../../records/list-lines.ts';
import type { CellOf } from '../format/list-format.ts';
import type { Findings } from './findings.ts';
import { parseListedMobile } from './listed-mobile.ts';
import { checkName } from './listed-name.ts';
import { sexOf } from './listed-words.ts';

/** CINs with fewer digits are of the first years; more often one was lost. */
const USUAL_CIN_DIGITS = 5;
const CIN = /^[A-Z]{1,2}\d{5,6}$/;

/** @returns a CIN in capitals, with a warning where it is short; undefined where it is none */
export function readCin(cell: string, findings: Findings): string | undefined {
  if (CIN.test(cell)) return cell;
  const cin = normaliseCin(asciiDigits(cell));
  if (cin !== undefined && cin.replace(/\D/g, '').length < USUAL_CIN_DIGITS) findings.warn('CIN_SHORT');
  return cin;
}

/** A telephone that cannot take an SMS makes no line invalid: the person gets a letter. */
export function readPhone(cell: string, findings: Findings): string | undefined {
  return findings.expected(parseListedMobile(cell), cell === '' ? 'PHONE_MISSING' : 'PHONE_INVALID');
}

export function readName(
  cell: CellOf<'family_name' | 'given_name' | 'family_name_ar' | 'given_name_ar'>,
  findings: Findings,
): ListedName | undefined {
  const name = checkName({
    family: cleanName(cell('family_name')),
    given: cleanName(cell('given_name')),
    familyArabic: cleanName(cell('family_name_ar')),
    givenArabic: cleanName(cell('given_name_ar')),
  });
  if (typeof name === 'object') return name;
  findings.invalid(name);
  return undefined;
}

/**
 * A day, or the year alone where nobody knows the day.
 * @param asOf the list is of this day: nobody in it is born later
 */
export function readBirthDate(
  cell: string,
  {
    parse,
    asOf,
    findings,
  }: { parse: (text: string) => string | undefined; asOf: string; findings: Findings },
): string | undefined {
  const date = parse(cell) ?? parseYearAlone(asciiDigits(cell));
  const isBorn = date !== undefined && date <= asOf;
  return findings.required(
    isBorn ? date : undefined,
    cell === '' ? 'BIRTH_DATE_MISSING' : 'BIRTH_DATE_INVALID',
  );
}

/** What a list says of when someone lived. */
export interface KnownLife {
  /** Undefined where the list has none that can be read. */
  readonly birthDate: string | undefined;
  /** The list is of this day: nothing in it happened later. */
  readonly asOf: string;
}

export const isWithin = (day: string, { birthDate, asOf }: KnownLife): boolean =>
  day <= asOf && (birthDate === undefined || day >= birthDate);

/** A death that is told without a day that can be right must not be passed over, nor end a living person's right. */
export function readDeath(
  cell: string,
  parse: (text: string) => string | undefined,
  life: KnownLife,
  findings: Findings,
): string | undefined {
  if (cell === '') return undefined;
  const day = parse(cell);
  return findings.required(day !== undefined && isWithin(day, life) ? day : undefined, 'DEATH_DATE_INVALID');
}

export function readSex(cell: string, findings: Findings): 'M' | 'F' | undefined {
  return cell === '' ? undefined : findings.required(sexOf(cell), 'SEX_INVALID');
}
