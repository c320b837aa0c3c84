import type { Centimes } from '#shared';

/** Dirhams with a comma or a point before at most two decimals, and perhaps blanks between thousands. */
const PLAIN = /^(\d+)(?:[.,](\d{1,2}))?$/;
/** Thousands parted by the other sign than decimals: `1,200.00`, `1.200,00`. */
const GROUPED = /^(\d{1,3}(?:,\d{3})+\.\d{2}|\d{1,3}(?:\.\d{3})+,\d{2})$/;
const CURRENCY = /(?:dhs?|mad)\.?$/i;
const PERCENT = /^(\d{1,3})(?:[.,]0+)?%?$/;

/**
 * Dirhams as lists write them.
 * @returns centimes; undefined where the text is no amount, or can be read in two ways (`1,200`)
 */
export function listedCentimes(text: string): Centimes | undefined {
  const digits = text.replace(/\s/gu, '').replace(CURRENCY, '');
  const plain = GROUPED.test(digits)
    ? `${digits.slice(0, -3).replace(/[.,]/g, '')}.${digits.slice(-2)}`
    : digits;
  const [, whole, decimals = ''] = PLAIN.exec(plain) ?? [];
  if (whole === undefined) return undefined;
  const centimes = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return Number.isSafeInteger(centimes) ? centimes : undefined;
}

/** A rate as lists write it: `70`, `70%`, `70,00 %`. @returns basis points; undefined where the text is no rate */
export function listedRate(text: string): number | undefined {
  const percent = PERCENT.exec(text.replace(/\s/gu, ''))?.[1];
  return percent === undefined ? undefined : Number(percent) * 100;
}
