import { comparable } from '../number-words.ts';
import type { StripReading } from './strip-reader.ts';

/** A word as read so far. */
export interface WordReading {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
}

/** Tesseract's reading is doubtful below, and good from these confidences on. */
const DOUBTFUL = 60;
const GOOD = 90;

/** What a word is worth that two engines of different kinds read alike, by what Tesseract alone made of it. */
const ALIKE = { doubtful: 88, fair: 95, good: 98 } as const;
/**
 * Where they differ, on 130 scans of drawn forms: of the words that Tesseract was doubtful of, the strip reader was right in 15 of 20 that
 * it was `rather` sure of and in 99 of 102 that it was at least `likely` right in; of words with digits that Tesseract was good at and itself
 * was `sure` of, in most.
 */
const CHANCE = { rather: 0.6, likely: 0.8, sure: 0.95 } as const;
const TAKEN_FROM_STRIP = { sure: 75, likely: 62, rather: 45 } as const;
/** A number this long is one of a person, a provider or an account: dots in it are dust, not a decimal point. */
const LONG_NUMBER_DIGITS = 8;
const FEWEST_LETTERS = 3;

/**
 * Settles between what Tesseract and the strip reader made of the same ink. What both read alike is taken; where they differ, the surer one
 * is, with a confidence that says so.
 */
export function weighStrip(word: WordReading, strip: StripReading): WordReading {
  if (strip.text === '') return word;
  if (isAlike(word.text, strip.text)) return { ...word, confidence: Math.max(word.confidence, alike(word)) };
  const text = strip.text.replace(/\s/gu, '');
  if (word.confidence < DOUBTFUL) {
    const isText = /\d/u.test(word.text + text) || (text.match(/\p{L}/gu) ?? []).length >= FEWEST_LETTERS;
    return isText && strip.leastChance >= CHANCE.rather ? taken(text, strip) : word;
  }
  return /\d/u.test(word.text) && strip.leastChance >= CHANCE.sure
    ? { text, confidence: TAKEN_FROM_STRIP.likely }
    : word;
}

function taken(text: string, { leastChance }: StripReading): WordReading {
  if (leastChance < CHANCE.likely) return { text, confidence: TAKEN_FROM_STRIP.rather };
  return { text, confidence: leastChance >= CHANCE.sure ? TAKEN_FROM_STRIP.sure : TAKEN_FROM_STRIP.likely };
}

function alike({ confidence }: WordReading): number {
  if (confidence >= GOOD) return ALIKE.good;
  return confidence >= DOUBTFUL ? ALIKE.fair : ALIKE.doubtful;
}

function isAlike(a: string, b: string): boolean {
  if (comparable(a).toUpperCase() === comparable(b).toUpperCase()) return true;
  const [digits, others] = [a, b].map((text) => (/^[\d.\s]+$/u.test(text) ? text.replace(/\D/gu, '') : ''));
  return digits !== undefined && digits.length >= LONG_NUMBER_DIGITS && digits === others;
}
