import { asciiDigits } from '../../../../contexts/shared/identifiers/digits.ts';

/** What the column of amounts of a care form can hold: ten million dirhams. */
const MOST_CENTIMES = 1_000_000_000;

/** Spaces of every width, as people and number formats put between thousands; the marks of direction in Arabic text. */
const SPACES = /[\s\u00a0\u202f\u200e\u200f\u061c]/g;

/** Digits, marks and letters as a keyboard of Morocco gives them (Arabic-Indic digits, Arabic decimal mark), made plain. */
export function plainNumber(text: string): string {
  return asciiDigits(text)
    .replace(SPACES, '')
    .replace(/\u066b/g, ',')
    .replace(/\u066c/g, '');
}

/**
 * An amount in dirhams as a person keys it (`250`, `250,5`, `1 250,00`, `٢٥٠٫٥٠`), in whole centimes; undefined where it is none.
 * Nobody bills nothing: a form without an amount has none.
 * Nothing is guessed: a mark with three digits behind it (`1.250`) could be thousands or a decimal, so it is refused.
 */
export function parseAmount(text: string): number | undefined {
  const match = /^(\d{1,8})(?:[.,](\d{1,2}))?$/.exec(plainNumber(text));
  const dirhams = match?.[1];
  if (dirhams === undefined) return undefined;
  const centimes = Number(dirhams) * 100 + Number((match?.[2] ?? '').padEnd(2, '0'));
  return centimes === 0 || centimes > MOST_CENTIMES ? undefined : centimes;
}

/** Whole centimes as they are keyed and read in Morocco, in both languages: `125050` is `1 250,50`. */
export function formatAmount(centimes: number): string {
  const digits = Math.abs(centimes).toString().padStart(3, '0');
  const dirhams = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return `${centimes < 0 ? '-' : ''}${dirhams},${digits.slice(-2)}`;
}
