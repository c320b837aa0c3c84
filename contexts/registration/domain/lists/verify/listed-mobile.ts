import { asciiDigits, normaliseMobile } from '#shared';

const NATIONAL = /^0[67]\d{8}$/;
/** A spreadsheet that took it for a number dropped its zero. */
const WITHOUT_ZERO = /^[67]\d{8}$/;
/** `+212 (0) 6 ...`: the zero is for calls from inside. */
const ZERO_IN_BRACKETS = /\(0\)/;
const SEVERAL = /[/;,|]|\sou\s/;

/**
 * A Moroccan mobile in E.164 from the ways lists write it. Where a cell has several numbers, the first that is a mobile.
 * @returns undefined where there is none; fixed lines take no SMS
 */
export function parseListedMobile(text: string): string | undefined {
  if (NATIONAL.test(text)) return `+212${text.slice(1)}`;
  const plain = asciiDigits(text);
  return oneMobile(plain) ?? firstOf(plain.split(SEVERAL));
}

function oneMobile(text: string): string | undefined {
  const number = text.replace(ZERO_IN_BRACKETS, '');
  const digits = number.replace(/[\s.-]/g, '');
  return normaliseMobile(WITHOUT_ZERO.test(digits) ? `0${digits}` : number);
}

function firstOf(texts: readonly string[]): string | undefined {
  if (texts.length === 1) return undefined;
  for (const text of texts) {
    const mobile = oneMobile(text);
    if (mobile !== undefined) return mobile;
  }
  return undefined;
}
