import { knownKeyLetters, lettersOfOne } from './key-letters.ts';
import { startsWithCurrency } from './money-parser.ts';
import { parsed, readDigits, type ParsedValue } from './parsed-value.ts';

export interface ActCode {
  readonly keyLetter: ParsedValue<string> | undefined;
  readonly coefficientHundredths: ParsedValue<number> | undefined;
}

/** Letters that a key letter was taken for. Only used where nothing else fits, and always with a doubt. */
const letterLookAlikes: Readonly<Record<string, string>> = {
  '€': 'C',
  '(': 'C',
  '0': 'D',
  '8': 'B',
  '5': 'S',
  '2': 'Z',
  '7': 'Z',
  '1': 'I',
};

/** `KX` before a number is `K` and the sign of multiplication: no letter ends in X. */
export function withoutTimes(letter: string): string {
  const bare = letter.replace(/[xX×]$/u, '');
  return knownKeyLetters.has(bare) ? bare : letter;
}

/** Parses a coefficient (cotation): `16`, `1,5`; a repetition such as `2 x 8` is no number. */
export function parseCoefficient(text: string): ParsedValue<number> | undefined {
  const reading = readDigits(text.replace(/\s+/g, '').replace(/^[^\p{L}\d|]+|[^\p{L}\d|]+$/gu, ''));
  const match = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(reading.text);
  if (match?.[1] === undefined || reading.foreign > 0) return undefined;
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return parsed(
    hundredths,
    reading.corrected > 0 && 'CORRECTED_CHARACTERS',
    hundredths === 0 && 'IMPOSSIBLE_VALUE',
  );
}

/** Parses a key letter that stands alone, as capitals; a letter that no tariff knows comes with a doubt. */
export function parseKeyLetter(text: string): ParsedValue<string> | undefined {
  const compact = text.toUpperCase().replace(/[^A-Z0-9€(]/g, '');
  // It stands behind an amount, and in the column beside it where the table leans.
  if (startsWithCurrency.test(compact)) return undefined;
  if (knownKeyLetters.has(compact)) return parsed(compact);
  const repaired = Array.from(compact, (character) => letterLookAlikes[character] ?? character).join('');
  if (knownKeyLetters.has(repaired)) return parsed(repaired, 'CORRECTED_CHARACTERS');
  // A letter that stands alone in its cell is small prey for OCR, which may see it twice.
  const doubled = /^([A-Z])\1$/.exec(compact)?.[1];
  if (doubled !== undefined && knownKeyLetters.has(doubled)) return parsed(doubled, 'CORRECTED_CHARACTERS');
  return /^[A-Z]{1,6}$/.test(compact) ? parsed(compact, 'UNEXPECTED_CHARACTERS') : undefined;
}

/**
 * Parses a cell of letter and coefficient in which OCR saw digits only: `235` is `Z35` or has lost its letter. Either way
 * a letter was written, so it is doubted and not missing.
 */
export function parseDigitsAsCode(text: string): ActCode {
  const [, first, rest] = /^\s*(\d)(\d{1,3})\s*$/.exec(text) ?? [];
  const keyLetter = first === undefined ? undefined : parseKeyLetter(first);
  if (rest === undefined || keyLetter === undefined || !knownKeyLetters.has(keyLetter.value))
    return { keyLetter: undefined, coefficientHundredths: undefined };
  return { keyLetter, coefficientHundredths: parsed(Number(rest) * 100, 'CORRECTED_CHARACTERS') };
}

/** `CSI`, `C.l`: a known letter whose coefficient of 1 was taken for a letter; no doubt where it can be no other. */
export function parseCodeWithLetterForOne(text: string): ActCode | undefined {
  // `VI` heads a section.
  if (/^\s*[IVX]+\s*$/.test(text)) return undefined;
  const letter = /^\s*([A-Z]{1,5})[.=x×*:/-]?[Il|]\s*$/.exec(text)?.[1];
  if (letter === undefined || !knownKeyLetters.has(letter) || knownKeyLetters.has(text.trim()))
    return undefined;
  return {
    keyLetter: parsed(letter),
    coefficientHundredths: parsed(100, !lettersOfOne.has(letter) && 'CORRECTED_CHARACTERS'),
  };
}

/**
 * Parses key letter and coefficient that stand in one cell: `K16`, `B 120`, `CS`, `AMM 10`, `K = 16`. The letter is the
 * longest known one, so `CS1` is `CS` and 1.
 */
export function parseActCode(text: string): ActCode {
  const withLetterForOne = parseCodeWithLetterForOne(text);
  if (withLetterForOne !== undefined) return withLetterForOne;
  const match = /^\s*([A-Za-z€(]{1,6})[\s.=x*:/-]*([\dOIl|][\dOIl|.,\s]*)?\s*$/.exec(text);
  if (match?.[1] === undefined) {
    return { keyLetter: parseKeyLetter(text), coefficientHundredths: undefined };
  }
  return {
    keyLetter: parseKeyLetter(match[2] === undefined ? match[1] : withoutTimes(match[1])),
    coefficientHundredths: match[2] === undefined ? undefined : parseCoefficient(match[2]),
  };
}
