import { normaliseArticleNumber } from '#shared';

/** A code that a spreadsheet took for a number: its last digits are lost. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?e\+?\d+$/i;
const DIGITS = /^0?\d{13}$/;

/**
 * The code of a box as lists write it, any country's.
 * @returns the EAN-13, or why the text is none and what to do about it
 */
export function listedCode(text: string): { readonly code: string } | { readonly problem: string } {
  const code = normaliseArticleNumber(text);
  if (code !== undefined) return { code };
  const trimmed = text.trim();
  if (trimmed === '') return { problem: 'it is missing' };
  if (SCIENTIFIC.test(trimmed))
    return {
      problem:
        'a spreadsheet made a number of it and lost its digits; format the column as text in the original list and save it again',
    };
  if (!DIGITS.test(trimmed)) return { problem: 'it has not the 13 digits of a code (EAN-13)' };
  return { problem: 'its check digit (the last one) is wrong' };
}
