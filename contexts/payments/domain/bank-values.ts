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
