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

/**
 * What forms have no letter for, in words (an apostrophe is folded away: `dhemodialyse`), and the code that stands in the letter's
 * place. Stays come at several prices: a person says which of them it was.
 */
const codesOfWords: readonly (readonly [RegExp, string, 'sure' | 'for a person'])[] = [
  [/\b(?:lunettes?|montures?|verres?|lentilles?|d?optique)\b/, 'OPT', 'sure'],
  [/\bd?(?:hemo ?)?dialyses?\b/, 'DIALYSE_SEANCE', 'sure'],
  [/\bchimio(?: ?therapie)?s?\b/, 'CHIMIO_CURE', 'sure'],
  [/\blithotritie\b/, 'LITHOTRITIE_SEANCE', 'sure'],
  [/\bsoins intensifs\b/, 'SOINS_INTENSIFS_JOUR', 'for a person'],
  [/\breanimation\b/, 'REANIMATION_JOUR', 'for a person'],
  [/\b[dl]?hospitali[sz]ations?\b/, 'HOSP_MED_JOUR', 'for a person'],
];

/** Letters that stand on forms for what no tariff has a letter for. */
export const printedCodes: ReadonlySet<string> = new Set(['OPT']);

/**
 * The code of a line that has no letter, by its words; none where they say two things.
 * @returns with a doubt where money may go out by it
 */
export function codeOfWords(
  words: string,
): { readonly code: string; readonly isDoubtful: boolean } | undefined {
  const text = foldLatin(words);
  const found = codesOfWords.filter(([pattern]) => pattern.test(text));
  const [first, ...others] = found;
  // `Consultation d'optique` has a letter that was not read.
  const hasLetter = lettersOfWords.some(([pattern]) => pattern.test(text));
  if (first === undefined || hasLetter) return undefined;
  const [, code, kind] = first;
  // `Hospitalisation en réanimation` is said twice; a line that says dialysis and spectacles says nothing.
  const isStay = found.every(([, , other]) => other === 'for a person');
  if (others.length > 0 && !isStay) return undefined;
  return { code, isDoubtful: kind === 'for a person' };
}

/** Whether words that go with one letter go with the other as well, so that they do not tell them apart. */
export function areDescribedAlike(letter: string, other: string): boolean {
  return lettersOfWords.some(([, letters]) => letters.has(letter) && letters.has(other));
}
