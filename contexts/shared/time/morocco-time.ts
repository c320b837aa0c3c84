import { Temporal } from 'temporal-polyfill';

export const MOROCCO_TIME_ZONE = 'Africa/Casablanca';

/** The day it is in Morocco at an instant, as `YYYY-MM-DD`: days of submission, of rights and of papers are those of the people. */
export function dayInMorocco(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(MOROCCO_TIME_ZONE)
    .toPlainDate()
    .toString();
}

/** The month it is in Morocco at an instant, as `YYYY-MM`. */
export const monthInMorocco = (instant: Date): string => dayInMorocco(instant).slice(0, 7);
