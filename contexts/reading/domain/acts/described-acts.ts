import { foldLatin } from '#shared';

/** What a line says in words, and the letters that are billed for it; any other letter beside these words is a question. */
const lettersOfWords: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [/\bconsult/, new Set(['C', 'CS', 'CSC', 'CP', 'CNPSY'])],
  [/\bvisite/, new Set(['V', 'VS', 'VNPSY'])],
  [/\b(?:analyses?|bilan|biolog|hemogramme|glycemie)/, new Set(['B', 'BM'])],
  [/\banatomo/, new Set(['P', 'BP'])],
  [/\b(?:radio|scanner|mammograph)/, new Set(['Z', 'ZN', 'R', 'K'])],
  [/\b(?:echograph|echo\b|doppler)/, new Set(['Z', 'K', 'KE', 'KC'])],
];

/**
 * Whether the words of a line agree with its letter: undefined where they say nothing of it. The letter has no other witness
 * on many forms, and a lost one is easily taken for another.
 */
export function describesLetter(words: string, letter: string): boolean | undefined {
  const text = foldLatin(words);
  const found = lettersOfWords.filter(([pattern]) => pattern.test(text));
  if (found.length === 0) return undefined;
  return found.some(([, letters]) => letters.has(letter));
}

/** Whether words that go with one letter go with the other as well, so that they do not tell them apart. */
export function areDescribedAlike(letter: string, other: string): boolean {
  return lettersOfWords.some(([, letters]) => letters.has(letter) && letters.has(other));
}
