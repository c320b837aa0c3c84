import { Temporal } from 'temporal-polyfill';
import { isoOfHijri, parseYearAlone } from '#shared';
import { arabicMonthOf } from './month-names.ts';
import { parsed, readDigits, type ParsedValue } from './parsed-value.ts';
import { withoutAccents } from './text-folding.ts';

const months = ['jan', 'fev', 'mar', 'avr', 'mai', 'jui', 'juil', 'aou', 'sep', 'oct', 'nov', 'dec'];

function monthOf(name: string): number | undefined {
  const plain = withoutAccents(name).toLowerCase();
  if (plain.startsWith('juil')) return 7;
  const index = months.findIndex((month) => plain.startsWith(month));
  return index < 0 ? undefined : index + 1;
}

function isoDate(day: number, month: number, year: number): string | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/** `5 أكتوبر 2026`, in this order or, as a reader from left to right sees it, in the other one. */
function parseArabicDate(text: string): string | undefined {
  const match = /^\s*(\d{1,4})\s+(\p{Script=Arabic}+(?:\s\p{Script=Arabic}+)?)\s+(\d{1,4})/u.exec(text);
  if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) return undefined;
  const found = arabicMonthOf(match[2]);
  const [day, year] = [match[1], match[3]].map(Number).sort((a, b) => a - b);
  if (found === undefined || day === undefined || year === undefined) return undefined;
  if (found.calendar === 'hijri') return isoOfHijri({ day, month: found.month, year });
  return isoDate(day, found.month, year);
}

interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  /** Digits or separators had to be guessed. */
  readonly isRepaired: boolean;
}

function partsOf(text: string): DateParts | undefined {
  const separated = /^\D*(\d{1,2})\s*[/\-.,|\\ ]\s*(\d{1,2})\s*[/\-.,|\\ ]\s*(\d{4}|\d{2})\D*$/.exec(text);
  const [, day, month, year] = separated ?? [];
  if (day !== undefined && month !== undefined && year !== undefined)
    return { day, month, year, isRepaired: false };
  const iso = /^\D*(\d{4})[/\-. ](\d{2})[/\-. ](\d{2})\D*$/.exec(text);
  if (iso?.[1] !== undefined && iso[2] !== undefined && iso[3] !== undefined) {
    return { day: iso[3], month: iso[2], year: iso[1], isRepaired: false };
  }
  const digits = text.replace(/\D/g, '');
  if (digits.length === 8) {
    // Cells of a comb stand apart and have no separators; one that was lost on the way is a repair.
    const isRepaired =
      /[/\-.]/.test(text.replace(/\D*$/, '')) && !/^\D*\d\s*\d\s*[/\-.]\s*\d\s*\d\s*[/\-.]/.test(text);
    return { day: digits.slice(0, 2), month: digits.slice(2, 4), year: digits.slice(4), isRepaired };
  }
  // A slash that was read as 1 or 7.
  const slashes = /^(\d\d)[17](\d\d)[17]((?:19|20)\d\d)$/.exec(digits);
  if (
    digits.length === 10 &&
    slashes?.[1] !== undefined &&
    slashes[2] !== undefined &&
    slashes[3] !== undefined
  ) {
    return { day: slashes[1], month: slashes[2], year: slashes[3], isRepaired: true };
  }
  return undefined;
}

/**
 * Parses a date as people and printers write it (`03/09/2025`, `3.9.2025`, `03 09 2025`, cells of a comb,
 * `3 septembre 2025`, `3 شتنبر 2025`, days of the Hijri calendar) into an ISO date. A year of two digits is of this century, with a doubt.
 * @returns undefined where it is no date of the calendar
 */
export function parseDate(text: string): ParsedValue<string> | undefined {
  const written = /(\d{1,2})(?:er)?\s+(\p{L}{3,9})\.?\s+(\d{4})/u.exec(text);
  if (written?.[1] !== undefined && written[2] !== undefined && written[3] !== undefined) {
    const month = monthOf(written[2]);
    const date = month === undefined ? undefined : isoDate(Number(written[1]), month, Number(written[3]));
    if (date !== undefined) return parsed(date);
  }
  const arabic = parseArabicDate(text);
  if (arabic !== undefined) return parsed(arabic);
  const reading = readDigits(text.replace(/^(?:le|du)\s+/i, ''));
  if (reading.foreign > 0) return undefined;
  const parts = partsOf(reading.text.trim());
  if (parts === undefined) return undefined;
  const year = Number(parts.year.length === 2 ? `20${parts.year}` : parts.year);
  const date = isoDate(Number(parts.day), Number(parts.month), year);
  if (date === undefined) return undefined;
  return parsed(
    date,
    (reading.corrected > 0 || parts.isRepaired) && 'CORRECTED_CHARACTERS',
    parts.year.length === 2 && 'WRONG_LENGTH',
    (year < 1900 || year > 2099) && 'IMPOSSIBLE_VALUE',
  );
}

/** A birth date; the year alone where the paper has no day (`1960`, `00/00/1960`). */
export function parseBirthDate(text: string): ParsedValue<string> | undefined {
  const year = parseYearAlone(text.replace(/\s*([-/.])\s*/g, '$1'));
  return year === undefined ? parseDate(text) : parsed(year);
}

/** A day whose century is no question, as of the care or of the signature: nobody files care of the last century. */
export function ofThisCentury(date: ParsedValue<string>): ParsedValue<string> {
  return { value: date.value, doubts: date.doubts.filter((doubt) => doubt !== 'WRONG_LENGTH') };
}

/** Parses the day of the care or of the signature, also with a year of two digits: `01.11.26`. */
export function parseRecentDate(text: string): ParsedValue<string> | undefined {
  const date = parseDate(text);
  return date && ofThisCentury(date);
}
