/**
 * Names days as `21/11`, for axes. Arabic puts marks of direction between day and month, which tear them apart in a drawing: digits
 * and the stroke between them stay together without.
 */
export function dayNames(locale: string): (day: Date) => string {
  const name = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', timeZone: 'UTC' });
  return (day) => name.format(day).replaceAll('\u200F', '');
}
