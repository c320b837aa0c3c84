import { isIsoDate } from '#shared';

const EARLIEST_YEAR = 1900;

/** Whether there is such a day, from 1900 to the last year that a form can name. */
export function isCalendarDay(day: number, month: number, year: number, latestYear: number): boolean {
  const [mm, dd] = [month, day].map((part) => String(part).padStart(2, '0'));
  return year >= EARLIEST_YEAR && year <= latestYear && isIsoDate(`${year}-${mm}-${dd}`);
}
