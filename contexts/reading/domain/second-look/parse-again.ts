import { parseActCode, parseCoefficient, parseKeyLetter } from '../act-codes.ts';
import type { ReadField } from '../care-form.ts';
import { parseFixedDigits } from '../identifier-parsers.ts';
import { parseMoney } from '../money-parser.ts';
import { parsed, type ParsedValue } from '../parsed-value.ts';

/** How a value is parsed from what a second look saw at its place: cut out alone, characters are lost and taken for others in ways of their own. */

export const nineDigits = (text: string): ParsedValue<string> | undefined => parseFixedDigits(text, 9);

export function letterOf(text: string): ParsedValue<string> | undefined {
  const bare = text
    .replace(/[^\p{L}\d\s.,x×=*€(]/gu, ' ')
    .replace(/(?<=\s)[X×*](?=\d)/gu, '')
    .trim();
  return parseActCode(bare).keyLetter ?? parseKeyLetter(bare);
}

export function coefficientOf(text: string): ParsedValue<number> | undefined {
  const bare = text
    .replace(/[|[\]{}]/g, ' ')
    .replace(/(?<![\p{L}\d])[xX×*](?=\d)/gu, '')
    .trim();
  // `Z48` is a letter and its coefficient, and no 248.
  return /^\p{L}/u.test(bare) ? parseActCode(bare).coefficientHundredths : parseCoefficient(bare);
}

/** Where the first reading has `Z56`, a second one of `756` saw the letter as a digit, and says nothing of the coefficient. */
export function coefficientBeside({
  text,
}: ReadField<number>): (again: string) => ParsedValue<number> | undefined {
  const first = text.replace(/\s/g, '');
  const isOneWord = /^\p{L}+\d+$/u.test(first);
  return (again) => {
    const digits = again.replace(/\s/g, '');
    const tookLetterForDigit = isOneWord && /^\d+$/.test(digits) && digits.length === first.length;
    return tookLetterForDigit ? undefined : coefficientOf(again);
  };
}

export function quantityOf(text: string): ParsedValue<number> | undefined {
  const coefficient = coefficientOf(text);
  return coefficient && { ...coefficient, value: coefficient.value / 100 };
}

/** What is left of `Dhs` behind two decimals, as a second look may see it: `115,20Dhs hs`, `190, 00DOS`. */
const misreadCurrency = /^(\d[\d ]*[.,] ?\d{2}) ?(?=[^\p{L}]*\p{L})[dhasor05 ]{1,6}\.?$/iu;

/** `148 QODH`: what a second look has where the comma was lost and its centimes look like letters, as digits. */
function digitsAlike(text: string): string {
  return text
    .replace(/ ?d[hasr5]{0,3}\.?$/i, '')
    .replace(/[OoQD]/g, '0')
    .replace(/[\s.,]/g, '');
}

/**
 * An amount whose comma the second look lost, `259 00` or `25900`, or that stands in two columns: the same as the first where its
 * digits are. What is none of its characters, `259,00]`, is the rule of the table.
 */
export function amountOf({ value }: ReadField<number>): (again: string) => ParsedValue<number> | undefined {
  return (again) => {
    const bare = again
      .replace(/^[^\p{L}\d]+|[\]|[{}()]+$/gu, '')
      .replace(misreadCurrency, '$1')
      // `770 1 00`: the wall between dirhams and centimes.
      .replace(/(?<=\d) 1 (?=\d\d$)/, ' ');
    const [, dirhams, centimes] = /^(\d{1,3}(?: ?\d{3})*) (\d\d)(?: ?\p{L}{1,4})?$/u.exec(bare) ?? [];
    const inColumns = Number(dirhams?.replaceAll(' ', '')) * 100 + Number(centimes);
    const [unbroken] = bare.split(' ');
    // `318 | O.` is `318` and the zeros of the column of centimes.
    const [, whole] = /^(\d{1,3}(?: ?\d{3})*)[\s|_]+[O0o]{1,2}[.,]?$/.exec(bare) ?? [];
    const isWhole = whole !== undefined && Number(whole.replaceAll(' ', '')) * 100 === value;
    const digits = [unbroken, digitsAlike(bare)];
    return isWhole || inColumns === value || digits.includes(value.toString())
      ? parsed(value)
      : parseMoney(bare);
  };
}
