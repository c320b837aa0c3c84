import { aroundBoxes } from './boxes.ts';
import { cutWord } from './cut-word.ts';
import type { GreyImage } from './grey-image.ts';
import { uncoveredRows } from './ink-rows.ts';
import { allowedCharacters, isNumberLike } from './number-words.ts';
import { heightOf, sharedHeight } from './pixel-boxes.ts';
import { readNumber, type Readers } from './second-look.ts';
import type { PixelBox, ReadLine, ReadWord } from './tesseract.ts';

/** Digits at 200 dpi are 14 to 40 pixels tall; what is taller is a heading or a drawing. */
const HEIGHT_PIXELS = { least: 12, most: 70 } as const;
/** Digits of one number are as tall as each other; Arabic and handwriting are not. */
const MOST_UNEVEN = 1.25;
/** Digits farther apart than this share of their height are of different numbers; a comma or `=` between them takes room. */
const GAP_SHARE = 1.1;
/** Digits of one number stand on one line. */
const LEVEL_SHARE = 0.7;
const DIGITS = { least: 2, most: 14 } as const;
/** A comma hangs below the line by this share of a digit's height. */
const BELOW_SHARE = 0.25;
/** Ink that no reading of the page covered counts only if both engines agree on it. */
const SURE_PERCENT = 80;
/** The letter and coefficient of an act with a sign between them, which is no number: `B=240`, `Z:15`. */
const SIGNED_CODE = /^[A-Z]{1,3}[=:]\d{1,4}$/u;
/** More of it than this is a drawing or a screen of dots. */
const MOST_GROUPS = 60;

/**
 * Reads the numbers, dates, amounts and codes that reading the whole page passed over, as it does where columns stand far apart.
 * @param page without rules, boxes and specks
 */
export async function readMissedNumbers(
  page: GreyImage,
  lines: readonly ReadLine[],
  readers: Readers,
): Promise<ReadLine[]> {
  const missed: ReadLine[] = [];
  for (const digits of evenGroups(page, lines).slice(0, MOST_GROUPS)) {
    const word = await readMissed(page, digits, readers);
    if (word !== undefined) missed.push({ words: [word] });
  }
  return missed;
}

async function readMissed(
  page: GreyImage,
  digits: readonly PixelBox[],
  readers: Readers,
): Promise<ReadWord | undefined> {
  const box = withTail(aroundBoxes(digits));
  const cut = cutWord(page, box);
  const first = (await readers.text.read(cut, 'line')).flatMap((line) => line.words);
  const seen = first.map(({ text }) => text).join('');
  if (SIGNED_CODE.test(seen)) {
    const confidence = Math.min(...first.map((word) => word.confidence));
    return confidence < SURE_PERCENT ? undefined : { text: seen, confidence, box, symbols: [] };
  }
  if (!isNumberLike(seen)) return undefined;
  const { text, confidencePercent } = await readNumber(cut, allowedCharacters(seen), readers, {
    pageReading: seen,
  });
  if (text === '' || confidencePercent < SURE_PERCENT) return undefined;
  const characters = text.replace(/[^0-9A-Z]/gu, '');
  const symbols =
    characters.length === digits.length
      ? digits.map((one, at) => ({ text: characters.charAt(at), confidence: confidencePercent, box: one }))
      : [];
  return { text, confidence: confidencePercent, box, symbols };
}

/** Rows of ink that no word covers and that is as even as digits are. */
function evenGroups(page: GreyImage, lines: readonly ReadLine[]): readonly (readonly PixelBox[])[] {
  return uncoveredRows(page, lines, isOfDigitSize, isNext).filter(
    (group) => group.length >= DIGITS.least && group.length <= DIGITS.most && isEven(group),
  );
}

function isOfDigitSize(box: PixelBox): boolean {
  const height = heightOf(box);
  return (
    height >= HEIGHT_PIXELS.least && height <= HEIGHT_PIXELS.most && box.right - box.left <= 1.5 * height
  );
}

function isNext(last: PixelBox, box: PixelBox): boolean {
  const gap = box.left - last.right;
  return sharedHeight(last, box) > LEVEL_SHARE && gap < GAP_SHARE * Math.min(heightOf(last), heightOf(box));
}

function isEven(group: readonly PixelBox[]): boolean {
  const heights = group.map(heightOf);
  return Math.max(...heights) <= MOST_UNEVEN * Math.min(...heights);
}

function withTail({ left, top, right, bottom }: PixelBox): PixelBox {
  return { left, top, right, bottom: bottom + Math.round(BELOW_SHARE * (bottom - top)) };
}
