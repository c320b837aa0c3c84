import { parsed, readDigits, type ParsedValue } from './parsed-value.ts';

const mostDirhams = 10_000_000;

/** A currency at the start of a word: `DH`, `dirhams`, `MAD/acte`. */
export const startsWithCurrency = /^(?:dhs?|mad|dirhams?)\b/i;

/**
 * `Dhs` glued to its amount, as OCR may have it: `250D`, `340,00DAS`, `250DS`. A `D` at the end is no digit, and neither is what
 * stands behind two decimals: `141,000S`.
 */
export const gluedCurrency = /(?:(?<=\d)\s?d[hasr5]{0,3}|(?<=[.,]\d{2})[0oq][hasr5]{0,2}[hasr])\.?$/i;

/** Zeros of the centimes that look like letters, before a currency: `351, OODH`. */
const lettersForCentimes = /(?<=\d\s?[.,]\s?)[oq]{2}(?=\s?(?:d[hasr5]{0,3}|mad|dirhams?)\.?$)/i;

/** A day, which would be an amount but for its second dot: `27.10.26`. */
const dottedDay = /^\d{1,2}\.\d{1,2}\.\d{2}$/;

/** A semicolon before two decimals. */
const misreadComma = /(?<=\d);(?=\d{2}$)/;

/**
 * Parses an amount in dirhams as it is printed (`1 250,00`, `1.250,00`, `1250.5`, `250 DH`) into whole centimes.
 * An amount that ends in two zeros without a comma may have lost it, so it comes with a doubt.
 */
export function parseMoney(text: string): ParsedValue<number> | undefined {
  const clear = text.trim().replace(lettersForCentimes, '00');
  const bare = clear
    .replace(/\b(?:dhs?|mad|dirhams?)\b\.?/gi, ' ')
    .replace(gluedCurrency, ' ')
    .replace(/^(?:[\s=:*#"'|]|[.,·](?=\s))+|(?:[\s=:*#"'|_]|(?<=\s)[.,·\-–])+$/g, '');
  // `485;00`: no amount is printed with a semicolon.
  const mended = bare.replace(misreadComma, ',');
  const reading = readDigits(mended);
  if (reading.foreign > 0 || reading.corrected > 2 || dottedDay.test(mended)) return undefined;
  const printed = reading.text.replace(/[.,]-*$/, '');
  // `390 00`: thousands come in threes, so these are centimes, in a column of their own or behind a comma that was lost.
  const inTwoParts = /^(\d{1,3}(?: \d{3})*|\d{4,}) (\d{2})$/.exec(printed);
  const match = inTwoParts ?? /^(\d[\d\s.,']*?)(?:\s?[.,]\s?(\d{1,2}))?$/.exec(printed);
  const wholeText = match?.[1];
  if (wholeText === undefined) return undefined;
  const whole = wholeText.replace(/\D/g, '');
  const groups = wholeText.split(/[\s.,']+/);
  const isGrouped =
    groups.length === 1 ||
    (groups.slice(1).every((group) => group.length === 3) && (groups[0]?.length ?? 0) <= 3);
  if (whole.length === 0 || Number(whole) > mostDirhams) return undefined;
  const decimals = match?.[2];
  // Clutter of digits in groups that are no thousands: several numbers, not one.
  if (!isGrouped && groups.length > 2) return undefined;
  return parsed(
    Number(whole) * 100 + (decimals === undefined ? 0 : Number(decimals.padEnd(2, '0'))),
    (reading.corrected > 0 || mended !== bare || clear !== text.trim()) && 'CORRECTED_CHARACTERS',
    (!isGrouped ||
      decimals?.length === 1 ||
      (decimals === undefined && whole.length > 4 && whole.endsWith('00'))) &&
      'UNEXPECTED_CHARACTERS',
  );
}
