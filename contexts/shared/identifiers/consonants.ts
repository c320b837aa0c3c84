/** Consonants that Arabic letters stand for, in the alphabet of the Latin skeleton below; vowel letters are left out. */
const ARABIC_CONSONANTS: Readonly<Record<string, string>> = {
  ب: 'b',
  ت: 't',
  ث: 't',
  ج: 'j',
  ح: 'h',
  خ: 'x',
  د: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'c',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'd',
  غ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
};

/**
 * Consonants of an Arabic word (folded): what a Latin spelling of it keeps. The final `ه` of feminine names is silent, that of
 * `الله` is not.
 */
export function arabicConsonants(word: string): string {
  const spoken = word.length > 2 && !word.endsWith('لله') ? word.replace(/ه$/u, '') : word;
  return asSpoken(Array.from(spoken, (letter) => ARABIC_CONSONANTS[letter] ?? '').join(''));
}

/** Consonants of a Latin word (spelling key), in the same alphabet. */
export function latinConsonants(word: string): string {
  return asSpoken(
    word
      .replace(/kh/g, 'x')
      .replace(/gh/g, 'g')
      .replace(/ch/g, 'c')
      .replace(/th/g, 't')
      .replace(/dh/g, 'd')
      .replace(/[aeiouywv]/g, ''),
  );
}

/** One letter for doubled ones; no `l` in `Abd al-` before the letters that swallow it: `Abderrahman` is `Abdelrahman`. */
function asSpoken(consonants: string): string {
  return consonants.replace(/(.)\1+/g, '$1').replace(/^bdl(?=[tdrzscn])/, 'bd');
}
