import { findBlobs, type Blob } from './blobs.ts';
import { aroundBoxes } from './boxes.ts';
import { cutWord } from './cut-word.ts';
import type { GreyImage } from './grey-image.ts';
import { CAPITAL_SHARE } from './letter-case.ts';
import { around } from './page-frame.ts';
import { RowHeights } from './row-height.ts';
import { heightOf, sharedHeight, touch } from './pixel-boxes.ts';
import { readNumber, type Readers } from './second-look.ts';
import type { PixelBox, ReadLine, ReadWord } from './tesseract.ts';

const INK_LEVEL = 190;
/** A code of this many characters or fewer, alone in its cell, is what reading whole pages fails on. */
const MOST_CHARACTERS = 3;
/** Characters closer than this share of their height are one code. */
const GAP_SHARE = 0.7;
const TALLEST_SHARE = 1.35;
const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const DIGITS = '0123456789';
/** Alone in a cell, an upright stroke is a 1. */
const LOOKS_LIKE_DIGIT = /^[\dlI|]$/u;
/** Ink that no reading of the page covered counts only if both engines agree on it. */
const SURE_PERCENT = 80;
/** What the page reading is this sure of is not read again. */
const SURELY_READ_PERCENT = 90;
/** A code in a cell of its own has no word nearer than this many character heights. */
const CLEAR_AROUND = 1.2;

/**
 * Reads again the codes of one to three characters in the cells of tables, and those that reading the whole page
 * missed. They are looked for only in rows that hold numbers.
 * @param page without rules, boxes and specks
 */
export async function readShortCodes(
  page: GreyImage,
  lines: readonly ReadLine[],
  readers: Readers,
): Promise<ReadLine[]> {
  const heights = new RowHeights(lines);
  const read: ReadLine[] = [];
  const level = lines.filter(isLevel);
  for (const line of level) {
    const [word, ...others] = line.words;
    const isCode =
      word !== undefined && others.length === 0 && isShort(word) && heights.hasDigitsBeside(word.box);
    const again = isCode ? await readAgain(page, word, heights, readers) : undefined;
    read.push(again === undefined ? line : { words: [again] });
  }
  const codes: ReadWord[] = [];
  for (const box of findUnread(page, level, heights)) {
    const word = await readCode(page, box, CHARACTERS, readers, undefined);
    if (word !== undefined && word.confidence >= SURE_PERCENT) codes.push(word);
  }
  const others = lines.filter((line) => !isLevel(line)).map((line) => withoutCodes(line, codes));
  return [
    ...read,
    ...others.filter(({ words }) => words.length > 0),
    ...codes.map((word) => ({ words: [word] })),
  ];
}

/**
 * Whether the words of a line stand beside each other. Letters that stand under each other, as in a column of codes, may come as one
 * line that runs down the page, and are not what it says.
 */
function isLevel({ words }: ReadLine): boolean {
  return words.every(({ box }, at) => at === 0 || sharedHeight(words[at - 1]?.box ?? box, box) > 0);
}

function withoutCodes({ words }: ReadLine, codes: readonly ReadWord[]): ReadLine {
  return { words: words.filter(({ box }) => !codes.some((code) => touch(code.box, box))) };
}

/** Whether a word may be a short code, and was not read well as one already. */
function isShort({ text, confidence }: ReadWord): boolean {
  if (/^[A-Z0-9]+$/u.test(text) && confidence >= SURELY_READ_PERCENT) return false;
  return text.length <= MOST_CHARACTERS && !/^\d{2,}/u.test(text);
}

async function readAgain(
  page: GreyImage,
  word: ReadWord,
  heights: RowHeights,
  readers: Readers,
): Promise<ReadWord | undefined> {
  const box = tallInk(page, word.box, heights.beside(word.box) ?? 0);
  if (box === undefined) return undefined;
  const allowed = LOOKS_LIKE_DIGIT.test(word.text) ? DIGITS : CHARACTERS;
  return readCode(page, box, allowed, readers, word.text);
}

async function readCode(
  page: GreyImage,
  box: PixelBox,
  allowed: string,
  readers: Readers,
  pageReading: string | undefined,
): Promise<ReadWord | undefined> {
  const blobs = findBlobs(page, box, INK_LEVEL).filter((blob) => heightOf(blob.box) > 0.5 * heightOf(box));
  const characters = blobs.length;
  const { text, confidencePercent } = await readNumber(
    cutWord(page, box),
    { text: allowed, shapes: allowed },
    readers,
    {
      pageReading,
      isPossible: (reading) =>
        characters === 1 && isNarrow(box) ? reading.length === 1 : reading.length <= MOST_CHARACTERS,
      segmentation: characters === 1 && isNarrow(box) ? 'character' : 'line',
    },
  );
  return text === '' ? undefined : { text, confidence: confidencePercent, box, symbols: [] };
}

/** The box around what is as tall as a capital in a word's box, without specks and bits of accents. */
function tallInk(page: GreyImage, box: PixelBox, reference: number): PixelBox | undefined {
  const blobs = findBlobs(page, box, INK_LEVEL).filter((blob) => isCapital(blob, reference));
  return blobs.length === 0 || blobs.length > MOST_CHARACTERS ? undefined : around(blobs);
}

function isCapital({ box }: Blob, reference: number): boolean {
  const height = heightOf(box);
  return reference > 0 && height >= CAPITAL_SHARE * reference && height <= TALLEST_SHARE * reference;
}

/** Groups of up to three capitals in rows with numbers that no word covers. */
function findUnread(page: GreyImage, lines: readonly ReadLine[], heights: RowHeights): PixelBox[] {
  const words = lines.flatMap((line) => line.words);
  const whole = { left: 0, top: 0, right: page.width, bottom: page.height };
  const unread = findBlobs(page, whole, INK_LEVEL)
    .map(({ box }) => box)
    .filter((box) => box.bottom - box.top >= 12 && box.right - box.left <= 2 * heightOf(box))
    .filter((box) => !words.some((word) => touch(word.box, widen(box))))
    .filter((box) => heights.hasDigitsBeside(box) && isCapital({ box, pixels: 0 }, heights.beside(box) ?? 0))
    .sort((a, b) => a.left - b.left);
  const groups: PixelBox[][] = [];
  for (const box of unread) {
    const group = groups.find((candidate) => {
      const last = candidate.at(-1);
      return (
        last !== undefined &&
        sharedHeight(last, box) > 0.6 &&
        box.left - last.right < GAP_SHARE * heightOf(box)
      );
    });
    if (group === undefined) groups.push([box]);
    else group.push(box);
  }
  return groups.filter((group) => group.length <= MOST_CHARACTERS).map(aroundBoxes);
}

/** Whether a blob is no wider than one character. */
function isNarrow({ left, top, right, bottom }: PixelBox): boolean {
  return right - left <= 1.3 * (bottom - top);
}

function widen({ left, top, right, bottom }: PixelBox): PixelBox {
  const margin = CLEAR_AROUND * (bottom - top);
  return { left: left - margin, top, right: right + margin, bottom };
}
