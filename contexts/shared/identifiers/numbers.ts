const NINE_DIGITS = /^\d{9}$/;
const RESIDENCE_CARD = /^(?=.*\d)(?=.*[A-Z])[A-Z0-9]{4,15}$/;
const CIN = /^[A-Z]{1,2}\d{1,6}$/;
/** Who writes the code of the country before a number often leaves the zero there that is for calls from inside. */
const MOBILE = /^(?:(?:\+|00)?2120?|0)([67]\d{8})$/;

/** What people write before a number of their phone, once it has no separators. */
const PHONE_LABEL = /^(?:(?:t[eé]l(?:[eé]phone)?|gsm|portable|mobile|هاتف|الهاتف)[:°]*)+/iu;

/** Spaces, hyphens, dots, slashes that people put into numbers, and the marks that OCR and Arabic text bring along. */
const SEPARATORS = /[\s\-–./·\u200e\u200f\u202a-\u202e]/gu;

/** A number without what people put between its characters. */
export function compactNumber(text: string): string {
  return text.normalize('NFKC').replace(SEPARATORS, '');
}

/** A CNSS registration number (N° immatriculation): 9 digits, leading zeros kept; no check digit is published. */
export function normaliseRegistrationNumber(text: string): string | undefined {
  const digits = compactNumber(text);
  return NINE_DIGITS.test(digits) ? digits : undefined;
}

/** An INPE: 9 digits given by ANAM to each professional and establishment; no check digit is published. */
export function normaliseInpe(text: string): string | undefined {
  const digits = compactNumber(text);
  return NINE_DIGITS.test(digits) ? digits : undefined;
}

/** A CIN in capitals without spaces: one or two letters and up to 6 digits, the 8 cells of the form. */
export function normaliseCin(text: string): string | undefined {
  const cin = compactNumber(text).toUpperCase();
  return CIN.test(cin) ? cin : undefined;
}

/**
 * What stands for a CIN: one, or the number of a residence card in capitals, no spaces, at most the 15 of the longest on file. No
 * source gives the form of such a number, so that any of capitals and digits may be one.
 */
export function normaliseIdentityNumber(text: string): string | undefined {
  const number = compactNumber(text).toUpperCase();
  return normaliseCin(number) ?? (RESIDENCE_CARD.test(number) ? number : undefined);
}

/** A Moroccan mobile in E.164 (`+2126XXXXXXXX`, `+2127XXXXXXXX`) from any of the ways it is written; fixed lines are none. */
export function normaliseMobile(text: string): string | undefined {
  const number = compactNumber(text).replace(/[()]/g, '').replace(PHONE_LABEL, '');
  const subscriber = MOBILE.exec(number)?.[1];
  return subscriber === undefined ? undefined : `+212${subscriber}`;
}
