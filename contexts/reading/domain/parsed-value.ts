import type { FieldDoubt } from '#rules';

/** What a parser made of a text, and what was wrong with it. */
export interface ParsedValue<T> {
  readonly value: T;
  readonly doubts: readonly FieldDoubt[];
}

export function parsed<T>(value: T, ...doubts: readonly (FieldDoubt | false)[]): ParsedValue<T> {
  return { value, doubts: doubts.filter((doubt) => doubt !== false) };
}

const digitLookAlikes: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  '!': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  G: '6',
  b: '6',
  B: '8',
  g: '9',
  q: '9',
};

interface DigitReading {
  /** The text with look-alike letters replaced by the digits they look like. */
  readonly text: string;
  readonly corrected: number;
  /** Letters that look like no digit; they are left out of `text`. */
  readonly foreign: number;
}

/** Reads a text that should be a number; what separates groups of digits is kept as it is. */
export function readDigits(text: string): DigitReading {
  let read = '';
  let corrected = 0;
  let foreign = 0;
  for (const character of text) {
    const digit = digitLookAlikes[character];
    if (digit !== undefined) {
      read += digit;
      corrected += 1;
    } else if (/\p{L}/u.test(character)) foreign += 1;
    else read += character;
  }
  return { text: read, corrected, foreign };
}
