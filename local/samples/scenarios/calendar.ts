import { Temporal } from 'temporal-polyfill';

/** The day so many days before another (ISO dates). */
export function daysBefore(today: string, days: number): string {
  return Temporal.PlainDate.from(today).subtract({ days }).toString();
}

/** The day so many whole years, and days, before another (ISO dates). */
export function yearsBefore(today: string, years: number, days = 0): string {
  return Temporal.PlainDate.from(today).subtract({ years, days }).toString();
}

/** A day as it is written on a form: `JJ/MM/AAAA`. */
export function asOnForm(day: string): string {
  const [year, month, dayOfMonth] = day.split('-');
  return `${dayOfMonth}/${month}/${year}`;
}

/** The months (`YYYY-MM`) before the month of a day, the last one first. */
export function pastMonths(day: string, count: number): readonly string[] {
  const month = Temporal.PlainDate.from(day).toPlainYearMonth();
  return Array.from({ length: count }, (_, index) => month.subtract({ months: index + 1 }).toString());
}
