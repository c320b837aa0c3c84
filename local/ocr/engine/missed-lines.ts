import { distance } from 'fastest-levenshtein';
import { aroundBoxes } from './boxes.ts';
import { cutWord, CUT_MARGIN_PIXELS } from './cut-word.ts';
import type { GreyImage } from './grey-image.ts';
import { uncoveredRows } from './ink-rows.ts';
import { isNumberLike } from './number-words.ts';
import { heightOf, sharedHeight } from './pixel-boxes.ts';
import type { Readers } from './second-look.ts';
import { isAlike } from './strips/weigh-strip.ts';
import type { PixelBox, ReadLine, ReadWord } from './tesseract.ts';

/** Letters at 200 dpi, small and capital; what is taller is a heading, a stamp or a drawing. */
const LETTER_PIXELS = { least: 9, most: 60 } as const;
/** Letters that touch make one blob; a longer one is what is left of a rule. */
const LONGEST_BLOB = 12;
/** Words farther apart than this many letter heights are of different lines. */
const GAP_SHARE = 1.6;
/** Letters of one line stand beside each other by this share of the lower one. */
const LEVEL_SHARE = 0.5;
/** Fewer letters are a code, which is read as one, or dust. */
const FEWEST_LETTERS = 3;
const LONGEST_LINE = 60;
/** More of it than this is a drawing or a screen of dots. */
const MOST_LINES = 60;
/** Of ink that no reading of the page covered counts what Tesseract is this sure of; */
const SURE_PERCENT = 60;
/** and what the strip reader reads alike, and is this sure of. */
const SURE_CHANCE = 0.6;
/** Two readings of one number of this many characters differ in so many at most. */
const FEWEST_FIGURES = 6;
const MOST_OTHER_FIGURES = 2;

/**
 * Reads lines that reading the whole page passed over, as it does with short ones that stand alone. Only words that two engines of
 * different kinds read alike count: Arabic, signatures and stamps are read by each in its own way.
 * @param page without rules, boxes and specks
 * @param straight the same page with them
 */
export async function readMissedLines(
  page: GreyImage,
  straight: GreyImage,
  lines: readonly ReadLine[],
  readers: Readers,
): Promise<ReadLine[]> {
  const missed: ReadLine[] = [];
  for (const box of uncoveredLines(page, lines).slice(0, MOST_LINES)) {
    const words = await readMissed(page, straight, box, readers);
    if (words.length > 0) missed.push({ words });
  }
  return missed;
}

async function readMissed(
  page: GreyImage,
  straight: GreyImage,
  box: PixelBox,
  readers: Readers,
): Promise<ReadWord[]> {
  const [left, top] = [box.left - CUT_MARGIN_PIXELS, box.top - CUT_MARGIN_PIXELS];
  const words = (await readers.text.read(cutWord(page, box), 'line')).flatMap((line) => line.words);
  const sure: ReadWord[] = [];
  for (const word of words.map((one) => movedWord(one, left, top))) {
    if (word.confidence < SURE_PERCENT || !/[\p{L}\p{N}]/u.test(word.text)) continue;
    const { text, leastChance } = await readers.strips.read(straight, word.box);
    const again = text.replace(/\s/gu, '');
    if (leastChance >= SURE_CHANCE && (isAlike(word.text, again) || areOneNumber(word.text, again)))
      sure.push(word);
  }
  return sure;
}

/** Numbers that differ in a digit are read again later, as all are: what matters here is that one stands there. */
function areOneNumber(a: string, b: string): boolean {
  return (
    a.length >= FEWEST_FIGURES && isNumberLike(a) && isNumberLike(b) && distance(a, b) <= MOST_OTHER_FIGURES
  );
}

function movedWord(word: ReadWord, right: number, down: number): ReadWord {
  const moved = (box: PixelBox): PixelBox => ({
    left: box.left + right,
    top: box.top + down,
    right: box.right + right,
    bottom: box.bottom + down,
  });
  return {
    ...word,
    box: moved(word.box),
    symbols: word.symbols.map((symbol) => ({ ...symbol, box: moved(symbol.box) })),
  };
}

/** Where letters stand beside each other that no word covers. */
function uncoveredLines(page: GreyImage, lines: readonly ReadLine[]): readonly PixelBox[] {
  return uncoveredRows(page, lines, isOfLetterSize, isNext)
    .filter(({ length }) => length >= FEWEST_LETTERS && length <= LONGEST_LINE)
    .map(aroundBoxes);
}

function isOfLetterSize(box: PixelBox): boolean {
  const height = heightOf(box);
  return (
    height >= LETTER_PIXELS.least &&
    height <= LETTER_PIXELS.most &&
    box.right - box.left <= LONGEST_BLOB * height
  );
}

function isNext(last: PixelBox, box: PixelBox): boolean {
  const gap = box.left - last.right;
  return sharedHeight(last, box) > LEVEL_SHARE && gap < GAP_SHARE * Math.max(heightOf(last), heightOf(box));
}
