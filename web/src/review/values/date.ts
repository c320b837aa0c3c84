import { asciiDigits } from '../../../../contexts/shared/identifiers/digits.ts';

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function lastDayOf(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_OF_MONTH[month - 1] ?? 0);
}

/** Two digits mean the latest such year that is not in the future: no date on a care form is. */
function fullYear(keyed: string, today: string): number {
  if (keyed.length === 4) return Number(keyed);
  const thisYear = Number(today.slice(0, 4));
  const year = thisYear - (thisYear % 100) + Number(keyed);
  return year > thisYear ? year - 100 : year;
}

/**
 * A date as a person keys it, day first (`3/11/2025`, `031125`, `03112025`, `3 11 25`), or ISO, as `YYYY-MM-DD`; undefined
 * where no such day exists.
 * @param today ISO date; decides the century of two digits.
 */
export function parseDate(text: string, today: string): string | undefined {
  const plain = asciiDigits(text)
    .replace(/[\u200e\u200f\u061c]/g, '')
    .trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain);
  const keyed =
    /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4}|\d{2})$/.exec(plain) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(plain);
  const [day, month, year] = iso === null ? [keyed?.[1], keyed?.[2], keyed?.[3]] : [iso[3], iso[2], iso[1]];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const wholeYear = fullYear(year, today);
  if (Number(day) < 1 || Number(day) > lastDayOf(wholeYear, Number(month))) return undefined;
  return `${wholeYear.toString().padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** An ISO date as forms of Morocco have it: `2025-11-03` is `03/11/2025`; what is no ISO date stays as it is. */
export function formatDate(isoDate: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate);
  return match === null ? isoDate : `${match[3] ?? ''}/${match[2] ?? ''}/${match[1] ?? ''}`;
}
