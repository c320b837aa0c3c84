import { asciiDigits, isPlainText } from '#shared';
import type { ListedMember } from '../../../records/list-lines.ts';
import type { CellOf } from '../format/list-format.ts';
import type { RamedColumn } from '../format/ramed-columns.ts';
import type { Findings } from './findings.ts';
import { parseListedOrHijriDate } from './listed-date.ts';
import { roleOf } from './listed-words.ts';
import { readBirthDate, readCin, readDeath, readName, readPhone, readSex } from './person-cells.ts';

const parse = parseListedOrHijriDate;

/** Reads a line about a member of a RAMED household. @returns undefined where the findings say why not */
export function readMember(
  cell: CellOf<RamedColumn>,
  { asOf, findings }: { readonly asOf: string; readonly findings: Findings },
): ListedMember | undefined {
  const household = findings.required(householdOf(cell('household')), 'HOUSEHOLD_MISSING');
  const role = findings.required(roleOf(cell('role')), 'ROLE_UNKNOWN');
  const cin = readMemberCin(cell('cin'), findings);
  const name = readName(cell, findings);
  const birthDate = readBirthDate(cell('birth_date'), { parse, asOf, findings });
  const sex = readSex(cell('sex'), findings);
  const cardTo = readCardTo(cell('card_to'), findings);
  const deceasedOn = readDeath(cell('deceased_on'), parse, { birthDate, asOf }, findings);
  const phone = readPhone(cell('phone'), findings);
  if (household === undefined || role === undefined || name === undefined || birthDate === undefined)
    return undefined;
  return {
    kind: 'member',
    household,
    role,
    name,
    birthDate,
    cin,
    sex,
    phone,
    cardTo,
    deceasedOn,
    address: cell('address') || undefined,
    commune: cell('commune') || undefined,
  };
}

/** Written the same way on all lines of a household: capitals, without blanks and hyphens. One with a control character is none. */
function householdOf(cell: string): string | undefined {
  const household = asciiDigits(cell)
    .replace(/[\s.\-/]/g, '')
    .toUpperCase();
  return household === '' || !isPlainText(household) ? undefined : household;
}

/** Many members have no card, children above all: they are found by the household. */
function readMemberCin(cell: string, findings: Findings): string | undefined {
  return findings.expected(readCin(cell, findings), cell === '' ? 'CIN_MISSING' : 'CIN_INVALID');
}

function readCardTo(cell: string, findings: Findings): string | undefined {
  return cell === '' ? undefined : findings.required(parse(cell), 'CARD_DATE_INVALID');
}
