import type { GreyImage } from '../grey-image.ts';
import type { PixelBox, ReadLine, ReadWord } from '../tesseract.ts';
import type { StripReader, StripReading } from './strip-reader.ts';
import { FAIR_PERCENT, SURE_CHANCE, weighStrip } from './weigh-strip.ts';

const CODE = /^\W?[A-Z]{1,4}\W?$/u;
/** Of a number this long a character may be lost at an end without a sign. */
const LONG_NUMBER = /\d{4}/u;
/** How far beside a number such a character is looked for, in heights of the number. */
const REACH = 1;
/** Left free before another word, in heights. */
const SPACE = 0.4;
/** So much of the height is shared by what stands on one line. */
const SAME_LINE = 0.3;
const MOST_LOST = 2;

/**
 * Reads values and doubtful words once more, each as a strip of the page as it was scanned, so that what was lost with
 * a rule or a box is there.
 * @param page straight and flattened, with rules and boxes
 */
export async function readStrips(
  page: GreyImage,
  lines: readonly ReadLine[],
  reader: StripReader,
): Promise<ReadLine[]> {
  const boxes = lines.flatMap((line) => line.words.map(({ box }) => box));
  const read: ReadLine[] = [];
  for (const line of lines) {
    const words: ReadWord[] = [];
    for (const word of line.words)
      words.push(isWorthIt(word) ? await readAgain(page, word, boxes, reader) : word);
    read.push({ words });
  }
  return read;
}

function isWorthIt({ text, confidence }: ReadWord): boolean {
  return /\d/u.test(text) || CODE.test(text) || (confidence < FAIR_PERCENT && /\p{L}{2}/u.test(text));
}

async function readAgain(
  page: GreyImage,
  word: ReadWord,
  boxes: readonly PixelBox[],
  reader: StripReader,
): Promise<ReadWord> {
  const strip = await reader.read(page, word.box);
  const whole = LONG_NUMBER.test(strip.text)
    ? wholeNumber(strip, await reader.read(page, widened(word.box, boxes)))
    : strip;
  return { ...word, ...weighStrip(word, whole) };
}

/** A box with what stands beside it, as far as no other word begins: groups of one number are numbers of their own. */
function widened(box: PixelBox, boxes: readonly PixelBox[]): PixelBox {
  const height = box.bottom - box.top;
  const isBeside = (other: PixelBox): boolean =>
    other !== box && Math.min(other.bottom, box.bottom) - Math.max(other.top, box.top) > SAME_LINE * height;
  const beside = boxes.filter(isBeside);
  const middle = (box.left + box.right) / 2;
  const before = beside.filter((other) => other.left < box.left && other.right < middle);
  const after = beside.filter((other) => other.right > box.right && other.left > middle);
  const [reach, apart] = [REACH * height, SPACE * height];
  return {
    ...box,
    left: Math.min(box.left, Math.max(box.left - reach, ...before.map(({ right }) => right + apart))),
    right: Math.max(box.right, Math.min(box.right + reach, ...after.map(({ left }) => left - apart))),
  };
}

/** The number with what a wider strip shows of it: `JB32287` where its box began behind the `J`, `163896787` behind the 1. */
function wholeNumber(strip: StripReading, wide: StripReading): StripReading {
  if (wide.leastChance < SURE_CHANCE) return strip;
  const found = wide.text
    .split(' ')
    .find(
      (word) =>
        word.includes(strip.text) &&
        /^[A-Z\d]+$/u.test(word) &&
        word.length > strip.text.length &&
        word.length <= strip.text.length + MOST_LOST,
    );
  return found === undefined ? strip : { text: found, leastChance: wide.leastChance };
}
