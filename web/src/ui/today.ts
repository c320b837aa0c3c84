const days = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Africa/Casablanca',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in Morocco, as `YYYY-MM-DD`; the one that people mean by today, wherever the clock of the machine is set. */
export function todayInMorocco(): string {
  const part = new Map(days.formatToParts(new Date()).map(({ type, value }) => [type, value]));
  return `${part.get('year') ?? ''}-${part.get('month') ?? ''}-${part.get('day') ?? ''}`;
}
