/**
 * How names were folded before Persian, Urdu and Kurdish letters, and Latin ones that no accent can be taken from, were brought
 * together with those they stand for. People whom lists registered then are kept under words that were folded so; nothing is
 * folded so any more but to find them. Never change it.
 */

/** As `foldLatin`: what it did not know became a blank between words. */
export function foldLatinAsBefore(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/['’‘`´]/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

/** As `foldArabic`: what it did not know stayed, and had no letter in the words that were made of it. */
export function foldArabicAsBefore(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي')
    .replace(/گ|ڭ/g, 'ك')
    .replace(/[^\p{Script=Arabic}]+/gu, ' ')
    .trim();
}
