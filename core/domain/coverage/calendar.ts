import { Temporal } from 'temporal-polyfill';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day that exists, as `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!ISO_DATE.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/** Calendar months later; where that month is shorter, its last day: 31 December and 2 months is 28 or 29 February. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }, { overflow: 'constrain' }).toString();
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Days from one day to a later one; negative where it is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** Age in completed years; who was born on 29 February grows older on 1 March of other years. */
export function completedYears(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Month of a day as `YYYY-MM`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The months (`YYYY-MM`) before the month of a day, the last one first. */
export function monthsBefore(day: string, count: number): readonly string[] {
  const month = Temporal.PlainYearMonth.from(monthOf(day));
  return Array.from({ length: count }, (_, index) => month.subtract({ months: index + 1 }).toString());
}

/** First day of the month that comes so many months after the month of a day. */
export function firstOfMonthAfter(day: string, months: number): string {
  return `${Temporal.PlainYearMonth.from(monthOf(day)).add({ months }).toString()}-01`;
}
