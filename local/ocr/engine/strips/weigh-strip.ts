import { comparable } from '../number-words.ts';
import type { StripReading } from './strip-reader.ts';

/** A word as read so far. */
export interface WordReading {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
}

/** Below this confidence a reading of Tesseract is doubtful, whatever it is. */
const DOUBTFUL_PERCENT = 60;
/** Above it Tesseract is as good as any at words without digits. */
export const FAIR_PERCENT = 90;

/** What a word is worth that two engines of different kinds read alike, by what Tesseract alone made of it. */
const ALIKE = { doubtful: 92, fair: 96, good: 98 } as const;
/**
 * Where they differ: on 40 scans of drawn forms the strip reader was right in 31 of 35 values with digits and codes that it was `certain`
 * of and that were whole, whatever Tesseract was sure of, and in none of these was Tesseract; of words that Tesseract hardly doubted, in 23
 * of 39, and Tesseract in 5.
 */
const CHANCE = { rather: 0.6, likely: 0.8, sure: 0.95, certain: 0.99 } as const;
export const SURE_CHANCE = CHANCE.sure;
const DOUBTED = { certain: 92, sure: 88, likely: 82, rather: 45 } as const;
/** Both are sure of their own. */
const CONTRADICTED = { certain: 84, sure: 62 } as const;
/** A number this long is one of a person, a provider or an account: dots in it are dust, not a decimal point. */
const LONG_NUMBER_DIGITS = 8;
const FEWEST_LETTERS = 3;
const FEWEST_CHARACTERS = 5;
/** The letter and coefficient of an act. Tesseract was shown nothing but digits to choose from where it saw no letter. */
const ACT_CODE = /^[A-Z]{1,3}\W?\d{1,4}$/u;
const LOOK_ALIKES = ['0ODQ', '1Il|T', '2Z', '5S', '6G', '8B'] as const;

/**
 * Settles between what Tesseract and the strip reader made of the same ink. What both read alike is taken; where they differ, the surer one
 * is, with a confidence that says so.
 */
export function weighStrip(word: WordReading, strip: StripReading): WordReading {
  if (strip.text === '') return word;
  const text = strip.text.replace(/\s/gu, '');
  if (isAlike(word.text, text)) return { text: withCapitals(word.text, text), confidence: alike(word) };
  if (word.confidence < DOUBTFUL_PERCENT) {
    const isText = /\d/u.test(word.text + text) || (text.match(/\p{L}/gu) ?? []).length >= FEWEST_LETTERS;
    if (!isText || strip.leastChance < CHANCE.rather || isNoise(word.text, text)) return word;
    return { text, confidence: doubted(strip) };
  }
  const isValue = /\d/u.test(word.text) || ACT_CODE.test(text);
  if (!isValue)
    return word.confidence < FAIR_PERCENT && isCertainWord(text, strip)
      ? { text, confidence: CONTRADICTED.certain }
      : word;
  const needed = isCodeReadAsOther(word.text, text) ? CHANCE.likely : CHANCE.sure;
  return strip.leastChance >= needed ? { text, confidence: contradicted(word.text, text, strip) } : word;
}

/** A word of text that the strip reader has no doubt of, and no piece of one. */
function isCertainWord(text: string, { leastChance }: StripReading): boolean {
  return leastChance >= CHANCE.certain && /^\p{L}{3,}\W?$/u.test(text);
}

/** Of an amount whose signs differ one reading has lost its comma, and is a hundred times the other. */
function contradicted(word: string, text: string, { leastChance }: StripReading): number {
  const digits = (one: string): string => one.replace(/\D/gu, '');
  const isSure = leastChance >= CHANCE.certain && digits(word) !== digits(text);
  return isSure ? CONTRADICTED.certain : CONTRADICTED.sure;
}

/** A few characters in which the engines have nothing in common are Arabic, a stamp or a drawing. */
function isNoise(a: string, b: string): boolean {
  return (
    b.length < FEWEST_CHARACTERS && !Array.from(b.toUpperCase()).some((one) => a.toUpperCase().includes(one))
  );
}

function doubted({ leastChance }: StripReading): number {
  if (leastChance >= CHANCE.certain) return DOUBTED.certain;
  if (leastChance >= CHANCE.sure) return DOUBTED.sure;
  return leastChance >= CHANCE.likely ? DOUBTED.likely : DOUBTED.rather;
}

function alike({ confidence }: WordReading): number {
  if (confidence >= FAIR_PERCENT) return Math.max(confidence, ALIKE.good);
  return confidence >= DOUBTFUL_PERCENT ? ALIKE.fair : ALIKE.doubtful;
}

/** Whether two engines read the same, but for signs and capitals. */
export function isAlike(a: string, b: string): boolean {
  if (comparable(a).toUpperCase() === comparable(b).toUpperCase()) return true;
  // `C=1` and `C1` are one code.
  if (ACT_CODE.test(a) && ACT_CODE.test(b)) return withoutSigns(a) === withoutSigns(b);
  const [digits, others] = [a, b].map((text) => (/^[\d.]+$/u.test(text) ? text.replace(/\D/gu, '') : ''));
  return digits !== undefined && digits.length >= LONG_NUMBER_DIGITS && digits === others;
}

function withoutSigns(text: string): string {
  return text.replace(/\W/gu, '');
}

/** Letters beside digits are capitals: of `Cs.1` and `CS.1` the latter. */
function withCapitals(a: string, b: string): string {
  const capitals = (text: string): number => (text.match(/\p{Lu}/gu) ?? []).length;
  return /\d/u.test(a) && a.length === b.length && capitals(b) > capitals(a) ? b : a;
}

/** `225` for `Z25`, `CSI` for `CS1`: characters that look alike. */
function isCodeReadAsOther(word: string, code: string): boolean {
  const [a, b] = [withoutSigns(word), withoutSigns(code)];
  if (a.length !== b.length || !ACT_CODE.test(code)) return false;
  return Array.from(a).every((character, at) => {
    const other = b.charAt(at);
    return (
      character === other || LOOK_ALIKES.some((alike) => alike.includes(character) && alike.includes(other))
    );
  });
}
