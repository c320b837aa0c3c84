import { Temporal } from 'temporal-polyfill';
import { MOROCCO_TIME_ZONE } from '#shared';

/**
 * The hours of the day in which people are texted, where they live. What hour it is in Morocco is set by decree, often at
 * short notice (every Ramadan, and for good in September 2026): the time zone data of the runtime knows, no constant does.
 */
export interface SendingWindow {
  /** 0 to 23: open from the beginning of this hour. */
  readonly fromHour: number;
  /** 1 to 24: closed from the beginning of this hour. */
  readonly untilHour: number;
  /** IANA name. */
  readonly timeZone: string;
}

/** @throws RangeError when it would never be open */
export function sendingWindow(
  fromHour: number,
  untilHour: number,
  timeZone = MOROCCO_TIME_ZONE,
): SendingWindow {
  if (untilHour <= fromHour)
    throw new RangeError(`Hours from ${fromHour} until ${untilHour} are never open: say a later end`);
  return { fromHour, untilHour, timeZone };
}

interface Opening {
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
}

/** @returns whether people may be texted at the instant */
export function isOpen(window: SendingWindow, at: Date): boolean {
  const instant = instantOf(at);
  const { opensAt, closesAt } = openingOf(window, dayOf(window, instant));
  return isBefore(opensAt, instant, true) && isBefore(instant, closesAt);
}

/** @returns when the window closes that is open at the instant; the instant itself where none is */
export function closesAt(window: SendingWindow, at: Date): Date {
  if (!isOpen(window, at)) return at;
  return dateOf(openingOf(window, dayOf(window, instantOf(at))).closesAt);
}

/** @returns the instant itself where the window is open, else the next at which it opens */
export function opensAt(window: SendingWindow, at: Date): Date {
  if (isOpen(window, at)) return at;
  const instant = instantOf(at);
  const today = dayOf(window, instant);
  const first = openingOf(window, today).opensAt;
  return dateOf(isBefore(instant, first) ? first : openingOf(window, today.add({ days: 1 })).opensAt);
}

/**
 * When so many messages will have been sent, the window and the rate staying as they are.
 * @param perSecond over 0
 */
export function doneAt(window: SendingWindow, from: Date, messages: number, perSecond: number): Date {
  let left = (messages / perSecond) * 1000;
  let at = opensAt(window, from);
  for (;;) {
    const open = closesAt(window, at).getTime() - at.getTime();
    if (left <= open) return new Date(at.getTime() + left);
    left -= open;
    at = opensAt(window, new Date(at.getTime() + open));
  }
}

const instantOf = (at: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at.getTime());
const dateOf = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);

const dayOf = ({ timeZone }: SendingWindow, instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(timeZone).toPlainDate();

function openingOf({ fromHour, untilHour, timeZone }: SendingWindow, day: Temporal.PlainDate): Opening {
  const atHour = (hour: number): Temporal.Instant => {
    // Hour 24 is hour 0 of the next day.
    const date = hour === 24 ? day.add({ days: 1 }) : day;
    return date.toZonedDateTime({ timeZone, plainTime: { hour: hour % 24 } }).toInstant();
  };
  return { opensAt: atHour(fromHour), closesAt: atHour(untilHour) };
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant, orSame = false): boolean {
  const order = Temporal.Instant.compare(one, other);
  return orSame ? order <= 0 : order < 0;
}
