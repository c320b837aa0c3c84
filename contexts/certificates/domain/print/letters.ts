import { isArabic } from '#shared';
import { hasAll, type Face, type TypeCase, type Weight } from './type-case.ts';

/** A letter with its marks, and where it stands in its line. */
export interface Letter {
  readonly text: string;
  readonly index: number;
  /** The font of the whole word, where one has all of it: Arabic letters join within a font only. */
  readonly faceOfWord: Face | undefined;
}

/** A part of a letter in one font; most letters are of one part. */
export interface Glyphs {
  readonly text: string;
  readonly face: Face;
}

const LETTERS = /\P{M}\p{M}*|\p{M}+/gsu;
const WORDS = /\S+/gu;

/** Signs that look the same as another one, which every font has. */
const LOOK_ALIKE: Readonly<Record<string, string>> = { '‐': '-', '‑': '-', ʼ: '’' };

/** The letters of a line. */
export function lettersOf(line: string, fonts: TypeCase, weight: Weight): readonly Letter[] {
  const words = [...line.matchAll(WORDS)]
    .filter(([word]) => isArabic(word))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      face: fonts.faceForAll(match[0], weight),
    }));
  return [...line.matchAll(LETTERS)].map((match) => ({
    text: match[0],
    index: match.index,
    faceOfWord: words.find(({ start, end }) => start <= match.index && match.index < end)?.face,
  }));
}

/**
 * How the fonts draw a letter: as it is written, or as the same letter composed otherwise or small, in one font if any has all of
 * it.
 * @returns undefined where they cannot
 */
export function glyphsOf(
  letter: string,
  preferred: Face | undefined,
  fonts: TypeCase,
  weight: Weight,
): readonly Glyphs[] | undefined {
  const shown = LOOK_ALIKE[letter] ?? letter;
  // A few capitals are newer than the fonts, or are put together where the small letter is one.
  const spellings = [shown, shown.normalize('NFD'), shown.toLowerCase().normalize('NFC')];
  if (preferred !== undefined && hasAll(preferred, shown)) return [{ text: shown, face: preferred }];
  for (const text of spellings) {
    const face = fonts.faceForAll(text, weight);
    if (face !== undefined) return [{ text, face }];
  }
  // A mark of another font than its letter: it stands over it, if not as well.
  const parts = Array.from(letter.normalize('NFD'), (text) => ({
    text,
    face: fonts.faceForAll(text, weight),
  }));
  const drawn = parts.flatMap(({ text, face }) => (face === undefined ? [] : [{ text, face }]));
  return drawn.length === parts.length ? drawn : undefined;
}
