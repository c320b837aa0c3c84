import { Temporal } from 'temporal-polyfill/full';

/**
 * The day of our calendar that a day of the Hijri calendar is (Umm al-Qura, which forms and lists are printed by).
 * @returns ISO date; undefined where it is no day of that calendar
 */
export function isoOfHijri(parts: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}): string | undefined {
  try {
    const hijri = { ...parts, calendar: 'islamic-umalqura' };
    return Temporal.PlainDate.from(hijri, { overflow: 'reject' }).withCalendar('iso8601').toString();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
