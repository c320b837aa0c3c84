import { foldLatin } from '#shared';

const NUMBER = /(\d+(?:[.,]\d+)?)/;

/**
 * Names and strengths as they are compared and looked up: small letters without accents, each number a word of its own, so that
 * `Doliprane 500MG` and `DOLIPRANE 500 mg` are one. Never to show.
 */
export function foldMedicineName(text: string): string {
  return (
    text
      .normalize('NFKC')
      // Two code points for micro look the same; NFKC has made one of them, and pharmacies write `u`.
      .replaceAll('μ', 'u')
      .split(NUMBER)
      .map((part, index) => (index % 2 === 1 ? plainNumber(part) : foldLatin(part)))
      .filter((part) => part !== '')
      .join(' ')
  );
}

/** `0,50` and `0.5` are the same strength. */
const plainNumber = (digits: string): string => Number(digits.replace(',', '.')).toString();
