const MILLISECONDS_IN_A_DAY = 86_400_000;

const twoDigits = (number: number): string => number.toString().padStart(2, '0');

/** A day (ISO, one that exists) so many days later: many are asked for while one claim is compared with others. */
export function dayAfter(day: string, days: number): string {
  const then = new Date(Date.parse(day) + days * MILLISECONDS_IN_A_DAY);
  const year = then.getUTCFullYear().toString().padStart(4, '0');
  return `${year}-${twoDigits(then.getUTCMonth() + 1)}-${twoDigits(then.getUTCDate())}`;
}

/** The days before and after one, on which the same act may have been filed with another day. */
export const daysBeside = (day: string): readonly string[] => [dayAfter(day, -1), dayAfter(day, 1)];

/** The days around one, the nearest first and the day itself left out. */
export function daysAround(
  day: string,
  { before, after }: { readonly before: number; readonly after: number },
): readonly string[] {
  const beside = (count: number, direction: 1 | -1): readonly string[] =>
    Array.from({ length: count }, (_, index) => dayAfter(day, direction * (index + 1)));
  return [...beside(before, -1), ...beside(after, 1)];
}
