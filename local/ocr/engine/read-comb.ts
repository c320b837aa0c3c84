import { aroundBoxes, type CombField } from './boxes.ts';
import { makeCombStrip, type CombStrip } from './comb-strip.ts';
import type { GreyImage } from './grey-image.ts';
import { around } from './page-frame.ts';
import { readNumber, type Readers } from './second-look.ts';
import type { StripReader } from './strips/strip-reader.ts';
import { weighStrip, type WordReading } from './strips/weigh-strip.ts';
import type { ReadLine, ReadSymbol } from './tesseract.ts';
import type { Verdict } from './votes.ts';

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÉÈÊËÏÎÔÇéèêëïîôç';
const CHARACTERS = `${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;
/** A field of this many cells or more holds a registration or account number, which has no letters, or a name, which has no digits. */
const OF_ONE_KIND_CELLS = 9;
/** Digits that are read more surely than this are no letters. */
const SURE_DIGITS_PERCENT = 80;
/** The number of filled cells is known, so a reading that lost or doubled a character has no vote; without one, this. */
const WRONG_LENGTH_PERCENT = 30;

/** Groups of so many cells or more may be fields of their own, which stand as near each other as day, month and year do. */
const OWN_FIELD_CELLS = 6;
const SURE_PERCENT = 80;

/**
 * Reads a field of single-character cells as one line, and each of its groups as one where the whole made no sense: a number and a name
 * beside each other have no alphabet in common.
 * @param page flattened, with rules erased
 * @returns nothing where the field is empty
 */
export async function readComb(
  page: GreyImage,
  field: CombField,
  readers: Readers,
): Promise<readonly ReadLine[]> {
  const whole = await readField(page, field, readers);
  const one = whole === undefined ? [] : [whole];
  const mayBeSeveral =
    field.groups.length > 1 && field.groups.some(({ length }) => length >= OWN_FIELD_CELLS);
  if (!mayBeSeveral || meanPercent(one) >= SURE_PERCENT) return one;
  const lines: ReadLine[] = [];
  for (const cells of field.groups) {
    const line = await readField(page, { box: aroundBoxes(cells), groups: [cells] }, readers);
    if (line !== undefined) lines.push(line);
  }
  const isAllThere = charactersOf(lines) >= charactersOf(one);
  return isAllThere && meanPercent(lines) > meanPercent(one) ? lines : one;
}

function charactersOf(lines: readonly ReadLine[]): number {
  return lines.flatMap(({ words }) => words).reduce((count, { text }) => count + text.length, 0);
}

/** How sure the words are; 0 where there is none. */
function meanPercent(lines: readonly ReadLine[]): number {
  const percents = lines.flatMap(({ words }) => words.map(({ confidence }) => confidence));
  return percents.reduce((sum, percent) => sum + percent, 0) / Math.max(1, percents.length);
}

/**
 * Reads a field of single-character cells as one line: one word wherever cells are filled without a break, or with
 * slashes between them.
 * @param page flattened, with rules erased
 * @returns undefined when the field is empty
 */
async function readField(page: GreyImage, field: CombField, readers: Readers): Promise<ReadLine | undefined> {
  const strip = makeCombStrip(page, field);
  if (strip === undefined) return undefined;
  const isOfOneKind = field.groups.flat().length >= OF_ONE_KIND_CELLS || field.groups.length > 2;
  const verdict = isOfOneKind
    ? await readDigitsOrLetters(strip, readers)
    : await readStrip(strip, CHARACTERS, readers);
  const { text, confidence } = await weigh(strip, verdict, readers.strips);
  if (text === '') return undefined;
  if (text.length === strip.filled.length) return splitAtBreaks(strip, text, confidence);
  const box = around(strip.filled.map((cell) => ({ box: cell })));
  return { words: [{ text, confidence, box, symbols: [] }] };
}

/** A reading of another length than there are filled cells lost or doubled a character. */
async function weigh(
  { image, filled }: CombStrip,
  { text, confidencePercent }: Verdict,
  reader: StripReader,
): Promise<WordReading> {
  const { width, height } = image;
  const seen = await reader.read(image, { left: 0, top: 0, right: width, bottom: height });
  const again = { ...seen, text: seen.text.replace(/\W/gu, '') };
  const isWhole = text.length === filled.length;
  const word = {
    text,
    confidence: isWhole ? confidencePercent : Math.min(confidencePercent, WRONG_LENGTH_PERCENT),
  };
  return again.text.length === filled.length ? weighStrip(word, again) : word;
}

async function readStrip(strip: CombStrip, allowed: string, readers: Readers): Promise<Verdict> {
  return readNumber(strip.image, { text: allowed, shapes: allowed }, readers, {
    isPossible: (reading) => reading.length === strip.filled.length,
  });
}

/** A number or a name: each engine makes digits of letters where it may use nothing else, but is not sure of them. */
async function readDigitsOrLetters(strip: CombStrip, readers: Readers): Promise<Verdict> {
  const isWhole = ({ text }: Verdict): boolean => text.length === strip.filled.length;
  const digits = await readStrip(strip, DIGITS, readers);
  if (isWhole(digits) && digits.confidencePercent >= SURE_DIGITS_PERCENT) return digits;
  const letters = await readStrip(strip, LETTERS, readers);
  if (isWhole(letters) !== isWhole(digits)) return isWhole(letters) ? letters : digits;
  return letters.confidencePercent > digits.confidencePercent ? letters : digits;
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
