/** Marks of direction and joining: two words that differ by them are the same. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Latin letters that no accent can be taken from. */
const LATIN_LETTERS: Readonly<Record<string, string>> = {
  ...{ œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
};
const SPECIAL_LATIN = new RegExp(`[${Object.keys(LATIN_LETTERS).join('')}]`, 'g');

/** Lower case, no accents, ligatures opened, anything but Latin letters turned into single spaces: for comparing, never to show. */
export function foldLatin(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(SPECIAL_LATIN, (letter) => LATIN_LETTERS[letter] ?? letter)
    .replace(/['’‘`´]/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

/** A letter, not a mark: the mark of Arabic direction, which nobody sees, is of the script too. */
const ARABIC = /[\p{L}&&\p{Script=Arabic}]/v;

export function isArabic(text: string): boolean {
  return ARABIC.test(text);
}

/**
 * Letters that people write for one another, and what they are compared as: forms of alif, hamza and ta marbuta; letters of
 * Persian, Urdu and Kurdish keyboards, which look like Arabic ones; the letters of Morocco for g, p and v, and its older ways
 * to dot f and q.
 */
const ARABIC_LETTERS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['ا', 'أإآٱٲٳ'],
      ['ي', 'ىئیېۍێےۓؽؾؿ'],
      ['ه', 'ةہھەۀۂۃۿ'],
      ['و', 'ؤۆۇۈۉۊۋٶٷ'],
      ['ك', 'کڪگڭݣګڬڮڰݢ'],
      ['ب', 'پٮٻڀ'],
      ['ت', 'ٹٺټٿ'],
      ['ج', 'چڃڄڇ'],
      ['د', 'ڈډڊڌڍ'],
      ['ر', 'ڑڒړڔڕ'],
      ['ز', 'ژڙ'],
      ['ف', 'ڤڥڢڡڦ'],
      ['ق', 'ڧڨٯ'],
      ['ن', 'ںڻڼ'],
      ['ل', 'ڵڶ'],
      ['س', 'ښڛ'],
    ] as const
  ).flatMap(([letter, others]) => Array.from(others, (other) => [other, letter] as const)),
);
const OTHER_LETTERS = new RegExp(`[${[...ARABIC_LETTERS.keys()].join('')}]`, 'gu');

/** Arabic letters only, without vowel marks and elongation, with the spellings that people mix made one. */
export function foldArabic(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(OTHER_LETTERS, (letter) => ARABIC_LETTERS.get(letter) ?? letter)
    .replace(/[^\p{Script=Arabic}]+/gu, ' ')
    .trim();
}
