const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Arabic-Indic digits (also those of Persian and Urdu keyboards) as 0 to 9. */
export function asciiDigits(text: string): string {
  // Both rows of ten begin at a code that ends in zero hexadecimal.
  return text.replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}
