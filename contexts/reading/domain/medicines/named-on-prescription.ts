import { foldMedicineName } from '#medicines';
import { foldLatin, likeness } from '#shared';
import type { FormPage } from '../form-page.ts';
import type { KnownMedicine } from '../witnesses.ts';

/**
 * Which of the boxes the prescriptions of a file name. It is told only where they were clearly read and name one of the boxes at least:
 * a hand that the OCR did not make out names none, and says nothing of any.
 */

/** How clearly a page has to be read: sure on average, and nearly no word a guess. */
const leastMeanPercent = 85;
const guessPercent = 60;
const mostGuesses = 0.15;
const leastWords = 8;
const leastLetters = 3;
/** A name of fewer letters is like too many words. */
const leastNameLetters = 4;
/** OCR misreads letters, and doctors shorten names. */
const leastLikeness = 0.75;
const leastBeginning = 5;

interface Word {
  readonly text: string;
  readonly confidencePercent: number;
}

function wordsOf({ reading }: FormPage): readonly Word[] {
  return reading.rows.flatMap(({ words }) =>
    words.flatMap(({ text, confidencePercent }) =>
      foldLatin(text)
        .split(/[^a-z]+/)
        .filter((word) => word.length >= leastLetters)
        .map((word) => ({ text: word, confidencePercent })),
    ),
  );
}

function isClear(words: readonly Word[]): boolean {
  const sum = words.reduce((total, { confidencePercent }) => total + confidencePercent, 0);
  const guesses = words.filter(({ confidencePercent }) => confidencePercent < guessPercent).length;
  return (
    words.length >= leastWords &&
    sum / words.length >= leastMeanPercent &&
    guesses / words.length <= mostGuesses
  );
}

/** What a medicine is prescribed as: the first word of its name, or of one of its substances. */
function namesOf({ name, substances }: KnownMedicine): readonly string[] {
  return [name, ...substances]
    .map((one) => foldMedicineName(one).split(' ')[0] ?? '')
    .filter((word) => word.length >= leastNameLetters && /^[a-z]+$/.test(word));
}

function isLike(name: string, word: string): boolean {
  const length = Math.min(name.length, word.length);
  const isBeginning = length >= leastBeginning && (name.startsWith(word) || word.startsWith(name));
  return isBeginning || likeness(name, word) >= leastLikeness;
}

/**
 * @param pages those that are prescriptions
 * @returns by code: whether it is named; nothing of those of which it cannot be told
 */
export function namedOnPrescription(
  medicines: readonly KnownMedicine[],
  pages: readonly FormPage[],
): ReadonlyMap<string, boolean> {
  const ofPages = pages.map(wordsOf);
  if (ofPages.length === 0 || !ofPages.every(isClear)) return new Map();
  const words = ofPages.flatMap((ofPage) => {
    const texts = ofPage.map(({ text }) => text);
    // A name whose letters stand apart is two words.
    const joined = texts.map((text, index) => `${text}${texts[index + 1] ?? ''}`);
    return [...texts, ...joined];
  });
  const told = medicines.flatMap(({ code, ...medicine }) => {
    const names = namesOf({ code, ...medicine });
    if (names.length === 0) return [];
    return [[code, names.some((name) => words.some((word) => isLike(name, word)))] as const];
  });
  return told.some(([, isNamed]) => isNamed) ? new Map(told) : new Map();
}
