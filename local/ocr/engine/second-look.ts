import { completeWord } from './adjoining-ink.ts';
import { cutWord, enlarge } from './cut-word.ts';
import type { GreyImage } from './grey-image.ts';
import {
  allowedCharacters,
  consistsOf,
  coreBox,
  isNumberLike,
  withoutDust,
  type AllowedCharacters,
} from './number-words.ts';
import type { StripReader } from './strips/strip-reader.ts';
import type { ReadLine, ReadWord, Segmentation, Tesseract } from './tesseract.ts';
import { isSettled, vote, type Reading, type Verdict } from './votes.ts';

export interface Readers {
  /** The neural network for French and English. */
  readonly text: Tesseract;
  /** The older engine, which compares shapes. */
  readonly shapes: Tesseract;
  /** The older engine with the model that tells which way up text is. */
  readonly orientation: Tesseract;
  /** A network of another kind. */
  readonly strips: StripReader;
}

/** Enlarging that suits each engine when it reads a word for the second time. */
const ENLARGED = { text: 1.5, shapes: 2 } as const;

/** Confidence of a number that may have lost a thin digit at one end. */
const DOUBTFUL_END_PERCENT = 55;

/**
 * Reads all numbers, dates, amounts and codes again, each on its own and with only their characters allowed.
 * @param page flattened, with rules erased
 */
export async function takeSecondLook(
  page: GreyImage,
  lines: readonly ReadLine[],
  readers: Readers,
): Promise<ReadLine[]> {
  const words = lines.flatMap((line) => line.words);
  const looked: ReadLine[] = [];
  for (const line of lines) {
    const again: ReadWord[] = [];
    for (const word of line.words) {
      const isNumber = isNumberLike(word.text, word.confidence);
      again.push(isNumber ? await lookAgain(page, word, words, readers) : word);
    }
    looked.push({ words: again });
  }
  return looked;
}

async function lookAgain(
  page: GreyImage,
  word: ReadWord,
  words: readonly ReadWord[],
  readers: Readers,
): Promise<ReadWord> {
  const others = words.filter((other) => other !== word).map((other) => other.box);
  const { box, isDoubtful } = completeWord(page, coreBox(word), others);
  const { text, confidencePercent } = await readNumber(
    cutWord(page, box),
    allowedCharacters(word.text),
    readers,
    {
      pageReading: withoutDust(word.text),
    },
  );
  // The comma after a house number is not part of the number, but it is there.
  const comma = word.text.endsWith(',') ? ',' : '';
  const confidence = isDoubtful ? Math.min(confidencePercent, DOUBTFUL_END_PERCENT) : confidencePercent;
  return { ...word, text: text + comma, confidence, box };
}

/** What is known of a number before it is read on its own. */
export interface NumberHints {
  /** What reading the whole page gave, if anything. */
  readonly pageReading?: string | undefined;
  /** Tells readings that cannot be right, which then have no vote. */
  readonly isPossible?: (text: string) => boolean;
  readonly segmentation?: Segmentation;
}

/** Reads one number with both engines, and once more where they disagree. */
export async function readNumber(
  image: GreyImage,
  allowed: AllowedCharacters,
  readers: Readers,
  { pageReading, isPossible = () => true, segmentation = 'line' }: NumberHints,
): Promise<Verdict> {
  const possible = (text: string | undefined): string => (text !== undefined && isPossible(text) ? text : '');
  const read = async (engine: 'text' | 'shapes', view: GreyImage): Promise<Reading> => {
    const words = (await readers[engine].read(view, segmentation, allowed[engine])).flatMap(
      (line) => line.words,
    );
    const text = withoutDust(words.map((word) => word.text).join(''));
    return { text: possible(text), confidence: Math.min(...words.map((word) => word.confidence)) };
  };
  const [word, shapes] = await Promise.all([
    read('text', image),
    read('shapes', enlarge(image, ENLARGED.shapes)),
  ]);
  // A page reading with other characters in it is no reading of a number, and has no vote.
  const page =
    pageReading !== undefined && consistsOf(pageReading, allowed.text) ? possible(pageReading) : '';
  const readings = { page, word, shapes };
  if (isSettled(readings)) return vote(readings);
  return vote({ ...readings, enlarged: await read('text', enlarge(image, ENLARGED.text)) });
}
