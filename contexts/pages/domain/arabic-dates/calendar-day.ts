const EARLIEST_YEAR = 1900;

/** Whether there is such a day, from 1900 to the last year that a form can name. */
export function isCalendarDay(day: number, month: number, year: number, latestYear: number): boolean {
  if (year < EARLIEST_YEAR || year > latestYear) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
