import type { ReadWord } from './tesseract.ts';

/** Quotation marks, bars and the like that dust next to a number is read as. */
const DUST = /^[^0-9A-Za-z]+|[^0-9A-Za-z]+$/gu;
/** Characters of numbers, dates, amounts and codes. */
const CODE = /^[0-9A-Za-z|][0-9A-Za-z|/.,:-]*$/u;
const LETTERS_TAKEN_FOR_DIGITS = /[OolISsZzGgqBQDTbi|]/gu;
const DIGITS = '0123456789';
const SEPARATORS = '/.,-';
/** Letter and coefficient of an act in one word, as Z10 or B120. */
const LONGEST_ACT_CODE = 4;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Words with few digits and less confidence than this are Arabic or a stamp: not worth a second look. */
const JUNK = { confidence: 20, mostDigits: 3 } as const;

/** Whether a word is a number, a date, an amount or a code with digits, which deserves a second look. */
export function isNumberLike(word: string, confidence = 100): boolean {
  // Brackets would be read as digits once only digits are allowed.
  if (/[()[\]{}%]/u.test(word)) return false;
  const core = withoutDust(word);
  const digits = core.replace(/\D/gu, '').length;
  if (confidence < JUNK.confidence && digits <= JUNK.mostDigits) return false;
  return core.length >= 2 && CODE.test(core) && (digits >= 2 || digits >= core.length / 3);
}

/** The characters that each engine may read in a number-like word. */
export interface AllowedCharacters {
  readonly text: string;
  readonly shapes: string;
}

/**
 * The characters that a number-like word may hold: letters if it shows some that are not misread digits. In a short
 * word without separators the neural network may always read letters: Z10 and 210 are both likely, and were only digits
 * allowed, both engines would agree on a wrong one.
 */
export function allowedCharacters(word: string): AllowedCharacters {
  const core = withoutDust(word);
  const hasLetters =
    /[A-Za-z]/u.test(core.replace(LETTERS_TAKEN_FOR_DIGITS, '')) || /^[A-Z]{1,3}\d/u.test(core);
  const digits = DIGITS + SEPARATORS;
  const all = digits + LETTERS;
  const mayBeCode = core.length <= LONGEST_ACT_CODE && !/[/.,-]/u.test(core);
  return { text: hasLetters || mayBeCode ? all : digits, shapes: hasLetters ? all : digits };
}

/** Whether a text has no characters but some. */
export function consistsOf(text: string, characters: string): boolean {
  return text.split('').every((character) => characters.includes(character));
}

/** A reading without dust around it. */
export function withoutDust(text: string): string {
  return text.replace(/\s/gu, '').replace(DUST, '');
}

/** What two readings are compared by: the decimal comma and the point of an amount count as the same. */
export function comparable(text: string): string {
  return withoutDust(text).replace(/^(\d+)[.,](\d\d)$/u, '$1,$2');
}

/** The part of a word's box that its letters and digits fill, without dust at its ends. */
export function coreBox(word: ReadWord): ReadWord['box'] {
  const core = word.symbols.filter(({ text }) => /[0-9A-Za-z]/u.test(text));
  const [first, last] = [core[0], core.at(-1)];
  if (first === undefined || last === undefined) return word.box;
  return { ...word.box, left: first.box.left, right: last.box.right };
}
