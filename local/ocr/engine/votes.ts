import { comparable } from './number-words.ts';

/** What the readings of one number add up to. */
export interface Verdict {
  readonly text: string;
  /** 0 to 100; below 60 when the readings do not settle it. */
  readonly confidencePercent: number;
}

/** What one engine made of a number; an empty text has no vote. */
export interface Reading {
  readonly text: string;
  /** Tesseract's own confidence, 0 to 100. */
  readonly confidence: number;
}

export interface Readings {
  /** From reading the whole page; empty for fields that were cut out of it. */
  readonly page: string;
  /** The neural network on the word alone. */
  readonly word: Reading;
  /** The older engine, which compares shapes and errs differently, on the word alone. */
  readonly shapes: Reading;
  /** The neural network on the enlarged word. */
  readonly enlarged?: Reading;
}

/** Confidences given to a number by who agrees on it. Two engines that err differently hardly ever agree on a wrong digit. */
const BOTH_ENGINES = 95;
const BOTH_ENGINES_NOT_PAGE = 88;
const NEURAL_THREE_TIMES = 75;
const NEURAL_TWICE = 62;
const UNSETTLED = 45;

/** The neural network was right on the samples when it was this sure each time, although the other engine disagreed. */
const SURE_EACH_TIME = 84;

/** Whether the two engines agree and nothing speaks against them, so that there is no need for the enlarged word. */
export function isSettled(readings: Readings): boolean {
  return enginesAgree(readings) && !pageIsRival(readings);
}

function enginesAgree({ word, shapes }: Readings): boolean {
  return word.text !== '' && comparable(word.text) === comparable(shapes.text);
}

/** Whether reading the whole page gave another number of the same length: not a lost digit or dust, but a doubt. */
function pageIsRival({ page, word }: Readings): boolean {
  return comparable(page) !== comparable(word.text) && page.length === word.text.length;
}

/**
 * Decides between readings of one number. What two engines read alike is taken; what only the neural network reads, it
 * must have read alike and with confidence each time; else the number is kept with a confidence that sends it to a
 * person.
 */
export function vote(readings: Readings): Verdict {
  const { page, word, shapes, enlarged } = readings;
  if (isSettled(readings)) {
    const pageAgrees = page === '' || comparable(page) === comparable(word.text);
    return { text: word.text, confidencePercent: pageAgrees ? BOTH_ENGINES : BOTH_ENGINES_NOT_PAGE };
  }
  const neural = [word.text, enlarged?.text ?? '', page].filter((text) => text !== '');
  const agreeing = (text: string): number =>
    neural.filter((other) => comparable(other) === comparable(text)).length;
  const text = neural.toSorted((a, b) => agreeing(b) - agreeing(a))[0];
  if (text === undefined) return { text: shapes.text, confidencePercent: UNSETTLED };
  if (agreeing(text) > 1 && comparable(text) === comparable(shapes.text)) {
    return { text, confidencePercent: BOTH_ENGINES_NOT_PAGE };
  }
  const isUnanimous = agreeing(text) === neural.length && neural.length > 1;
  if (isUnanimous && Math.min(word.confidence, enlarged?.confidence ?? 0) >= SURE_EACH_TIME) {
    return { text, confidencePercent: neural.length > 2 ? NEURAL_THREE_TIMES : NEURAL_TWICE };
  }
  return { text, confidencePercent: UNSETTLED };
}
