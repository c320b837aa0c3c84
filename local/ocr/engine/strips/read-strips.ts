import type { GreyImage } from '../grey-image.ts';
import type { ReadLine, ReadWord } from '../tesseract.ts';
import type { StripReader } from './strip-reader.ts';
import { DOUBTFUL_PERCENT, weighStrip } from './weigh-strip.ts';

const CODE = /^\W?[A-Z]{1,4}\W?$/u;

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
  const read: ReadLine[] = [];
  for (const line of lines) {
    const words: ReadWord[] = [];
    for (const word of line.words) words.push(isWorthIt(word) ? await readAgain(page, word, reader) : word);
    read.push({ words });
  }
  return read;
}

function isWorthIt({ text, confidence }: ReadWord): boolean {
  return /\d/u.test(text) || CODE.test(text) || (confidence < DOUBTFUL_PERCENT && /\p{L}{2}/u.test(text));
}

async function readAgain(page: GreyImage, word: ReadWord, reader: StripReader): Promise<ReadWord> {
  return { ...word, ...weighStrip(word, await reader.read(page, word.box)) };
}
