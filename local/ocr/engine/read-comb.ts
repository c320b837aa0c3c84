import type { CombField } from './boxes.ts';
import { makeCombStrip, type CombStrip } from './comb-strip.ts';
import type { GreyImage } from './grey-image.ts';
import { around } from './page-frame.ts';
import { readNumber, type Readers } from './second-look.ts';
import type { ReadLine, ReadSymbol } from './tesseract.ts';

const DIGITS = '0123456789';
const CHARACTERS = `${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;
/** A field of this many cells or more holds a registration or account number, which has no letters. */
const SURELY_DIGITS_CELLS = 9;
/** The number of filled cells is known, so a reading that lost or doubled a character has no vote; without one, this. */
const WRONG_LENGTH_PERCENT = 30;

/**
 * Reads a field of single-character cells as one line: one word wherever cells are filled without a break, or with
 * slashes between them.
 * @param page flattened, with rules erased
 * @returns undefined when the field is empty
 */
export async function readComb(
  page: GreyImage,
  field: CombField,
  readers: Readers,
): Promise<ReadLine | undefined> {
  const strip = makeCombStrip(page, field);
  if (strip === undefined) return undefined;
  const isDigitsOnly = field.groups.flat().length >= SURELY_DIGITS_CELLS || field.groups.length > 2;
  const allowed = isDigitsOnly ? DIGITS : CHARACTERS;
  const { text, confidencePercent } = await readNumber(
    strip.image,
    { text: allowed, shapes: allowed },
    readers,
    {
      isPossible: (reading) => reading.length === strip.filled.length,
    },
  );
  if (text === '') return undefined;
  if (text.length === strip.filled.length) return splitAtBreaks(strip, text, confidencePercent);
  const box = around(strip.filled.map((cell) => ({ box: cell })));
  const confidence = Math.min(confidencePercent, WRONG_LENGTH_PERCENT);
  return { words: [{ text, confidence, box, symbols: [] }] };
}

function splitAtBreaks(strip: CombStrip, text: string, confidence: number): ReadLine {
  const words: { text: string; symbols: ReadSymbol[] }[] = [];
  strip.filled.forEach((cell, i) => {
    const separator = strip.breaks.get(i);
    const word = words.at(-1);
    const symbol = { text: text.charAt(i), confidence, box: cell };
    if (word === undefined || separator === '') words.push({ text: symbol.text, symbols: [symbol] });
    else {
      word.text += (separator ?? '') + symbol.text;
      word.symbols.push(symbol);
    }
  });
  return { words: words.map((word) => ({ ...word, confidence, box: around(word.symbols) })) };
}
