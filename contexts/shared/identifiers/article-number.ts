const EAN_13 = /^\d{13}$/;
/** A GTIN of 14 digits that begins with zero is the EAN-13 behind it. */
const GTIN_14 = /^0(\d{13})$/;

/** The digits add up to a multiple of ten, those in even places counted three times (GS1 General Specifications 7.9). */
function isCheckDigitRight(digits: string): boolean {
  const sum = Array.from(digits, Number).reduce(
    (total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return sum % 10 === 0;
}

/** The number of an article (EAN-13) with the right check digit, from 13 digits or a GTIN of 14; spaces are left out. */
export function normaliseArticleNumber(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/\s/g, '');
  const ean = GTIN_14.exec(digits)?.[1] ?? digits;
  return EAN_13.test(ean) && isCheckDigitRight(ean) ? ean : undefined;
}
