/** First and last day, both included; ISO dates. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const DAYS_SHOWN_FIRST = 30;
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Africa/Casablanca' });

/** A day without an hour is read as UTC. */
const utcDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' });

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

/** The days an address asks for. */
export function periodOf(search: Record<string, unknown>): Partial<Period> {
  const { from, to } = search;
  return isDay(from) && isDay(to) ? { from, to } : {};
}

/** The last thirty days, up to today in Morocco. */
export function lastDays(now: Date): Period {
  const to = isoDay.format(now);
  return { from: shift(to, 1 - DAYS_SHOWN_FIRST), to };
}

/** How many days there are; none or fewer where the last comes before the first. */
export function lengthOf({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

function shift(day: string, days: number): string {
  return utcDay.format(Date.parse(day) + days * 86_400_000);
}
