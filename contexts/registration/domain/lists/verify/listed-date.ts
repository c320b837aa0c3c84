import { asciiDigits, isoOfHijri } from '#shared';
import { remembered } from './remembered.ts';

const YEAR_FIRST = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})$/;
const DAY_FIRST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
const MIDNIGHT = /[T ]00:00(?::00(?:\.0+)?)?Z?$/;
const HIJRI_MARK = /\s*(?:هـ?|a\.?h\.?|h)$/iu;
const FIRST_YEAR = 1800;
const LAST_YEAR = 2100;
/** Years of the Hijra from 1882 to 2029, which no day of the other calendar in a list is near. */
const FIRST_HIJRI_YEAR = 1300;
const LAST_HIJRI_YEAR = 1450;
/** A lifetime of Hijri days has not many more. */
const REMEMBERED_DAYS = 20_000;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * A day as senders write it: `1984-02-29`, `1984/02/29`, `19840229`, `29/02/1984`, `29-2-1984`, `29.02.1984`, with Arabic digits
 * too. The day comes before the month, as everywhere in Morocco. Two digits are no year, and the day numbers of spreadsheets
 * are not read: they count from 1900 or from 1904.
 * @returns ISO date; undefined where it is no day of the calendar
 */
export function parseListedDate(text: string): string | undefined {
  const parts = partsOf(text);
  if (parts === undefined || parts.year < FIRST_YEAR || parts.year > LAST_YEAR) return undefined;
  return isDay(parts) ? isoOf(parts) : undefined;
}

/**
 * The same, and days of the Hijri calendar (Umm al-Qura) where the spelling leaves no doubt: a year from 1300 to 1450, or `هـ`
 * after it. Without separators none is read: `14011210` could be anything.
 */
export function parseListedOrHijriDate(text: string): string | undefined {
  return parseListedDate(text) ?? fromHijri(text) ?? undefined;
}

interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hasSeparators: boolean;
}

function partsOf(text: string): DayParts | undefined {
  // Most days are written plainly, and need nothing put right.
  return partsOfPlain(text) ?? partsOfPlain(asciiDigits(text).replace(MIDNIGHT, ''));
}

function partsOfPlain(plain: string): DayParts | undefined {
  const yearFirst = YEAR_FIRST.exec(plain);
  if (yearFirst !== null) {
    const [, year, separator, month, day] = yearFirst;
    return {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      hasSeparators: separator !== '',
    };
  }
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst === null) return undefined;
  const [, day, , month, year] = dayFirst;
  return { year: Number(year), month: Number(month), day: Number(day), hasSeparators: true };
}

function isDay({ year, month, day }: DayParts): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

const fromHijri = remembered((text: string): string | null => {
  const parts = partsOf(text.trim().replace(HIJRI_MARK, ''));
  if (parts?.hasSeparators !== true) return null;
  const { year, month, day } = parts;
  if (year < FIRST_HIJRI_YEAR || year > LAST_HIJRI_YEAR) return null;
  return isoOfHijri({ year, month, day }) ?? null;
}, REMEMBERED_DAYS);

/** Birth date with day and month swapped, where that is a day too; else as it is. */
export function swappedDate(iso: string): string {
  const month = iso.slice(8);
  const day = iso.slice(5, 7);
  return Number(month) <= 12 ? `${iso.slice(0, 5)}${month}-${day}` : iso;
}

const isoOf = ({ year, month, day }: DayParts): string => `${year}-${two(month)}-${two(day)}`;
const two = (number: number): string => (number < 10 ? `0${number}` : String(number));
