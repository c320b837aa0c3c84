import { Temporal } from 'temporal-polyfill';
import { type Centimes, MOROCCO_TIME_ZONE } from '#shared';

/** An amount of ISO 20022 (`1234.5`) in centimes; undefined where it is none, or has parts of centimes: no order of ours has. */
export function amountOfText(text: string): Centimes | undefined {
  const [, dirhams, part = ''] = /^\+?(\d{1,13})(?:\.(\d{1,5}))?$/.exec(text) ?? [];
  const centimes = part.replace(/0+$/, '');
  if (dirhams === undefined || centimes.length > 2) return undefined;
  return Number(dirhams) * 100 + Number(centimes.padEnd(2, '0'));
}

/** A number of transactions, with or without zeros before it; undefined where it is none. */
export function countOfText(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** An instant of ISO 20022 as ISO instant in UTC; undefined where it is none. Without an offset it is of the bank's own clock. */
export function instantOfText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    return localInstant(text);
  }
}

function localInstant(text: string): string | undefined {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(MOROCCO_TIME_ZONE).toInstant().toString();
  } catch {
    return undefined;
  }
}

/** Clocks of banks differ from ours by some minutes, and by an hour where somebody forgot how Morocco keeps its time. */
const CLOCK_MINUTES = 70;
/** An order of the evening may be of another day in UTC. */
const ORDER_HOURS = 24;

/**
 * When a bank said something, as far as it can be believed: not before the order that it answers was made, and not later than now. A
 * wrong clock would make one answer older or newer than all others for ever, and a refusal outweigh the news that it was paid.
 * @param orderedOn ISO day
 * @returns undefined where it cannot have been then, as where the bank says nothing
 */
export function believableInstant(
  saidAt: string | undefined,
  { orderedOn, now }: { readonly orderedOn: string | undefined; readonly now: Date },
): string | undefined {
  if (saidAt === undefined) return undefined;
  const instant = Date.parse(saidAt);
  const earliest = orderedOn === undefined ? -Infinity : Date.parse(orderedOn) - ORDER_HOURS * 3_600_000;
  const isBelievable = instant >= earliest && instant <= now.getTime() + CLOCK_MINUTES * 60_000;
  return isBelievable ? saidAt : undefined;
}
