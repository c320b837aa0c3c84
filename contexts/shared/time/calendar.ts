import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

const isoDate = z.iso.date();
const MILLISECONDS_IN_A_DAY = 86_400_000;

/** Whether the text is a day that exists, as `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  return isoDate.safeParse(text).success;
}

/** Calendar months later; where that month is shorter, its last day: 31 December and 2 months is 28 or 29 February. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }, { overflow: 'constrain' }).toString();
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Days from one day to a later one; negative where it is earlier. A day without an hour is read as UTC: no summer time. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / MILLISECONDS_IN_A_DAY;
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

/** The month so many months after that of a day (before it, where negative). */
function shiftMonth(day: string, months: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12).toString();
  return `${year.padStart(4, '0')}-${((index % 12) + 1).toString().padStart(2, '0')}`;
}

/** How many months begin from that of a day on, before that of a later day; none where it is not later. */
export function monthsBetween(from: string, to: string): number {
  const index = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return Math.max(0, index(to) - index(from));
}

/** The months (`YYYY-MM`) before the month of a day, the last one first. */
export function monthsBefore(day: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => shiftMonth(day, -index - 1));
}

/** First day of the month that comes so many months after the month of a day. */
export function firstOfMonthAfter(day: string, months: number): string {
  return `${shiftMonth(day, months)}-01`;
}
