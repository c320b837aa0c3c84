/** Lower case, no accents, ligatures opened, anything but Latin letters turned into single spaces: for comparing, never to show. */
export function foldLatin(text: string): string {
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

const ARABIC = /\p{Script=Arabic}/u;

export function isArabic(text: string): boolean {
  return ARABIC.test(text);
}

/** Arabic letters only, without vowel marks and elongation, with the spellings that people mix made one. */
export function foldArabic(text: string): string {
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
