import { readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { GreyImage } from '../grey-image.ts';
import type { PixelBox } from '../tesseract.ts';
import { cutStrip, STRIP_HEIGHT_PIXELS } from './cut-strip.ts';
import { modelAlphabet } from './model-alphabet.ts';

/** What the strip reader made of a word or a few words on one line. */
export interface StripReading {
  /** Empty where nothing was read. */
  readonly text: string;
  /** How sure it is of the character that it is least sure of, 0 to 1. */
  readonly leastChance: number;
}

/** Reads strips of text with a network of another kind than Tesseract's, which errs elsewhere. */
export interface StripReader {
  read(page: GreyImage, box: PixelBox): Promise<StripReading>;
}

/** The characters of forms in French; the network knows 18,000 more, nearly all of them Chinese. */
const OF_FORMS = /^[\x20-\x7e°ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜàâäçéèêëîïôöùûü]$/u;

/**
 * Loads PP-OCRv6's recogniser.
 * @param modelFile its ONNX file (`local/python/recogniser.ts`)
 * @throws Error when it cannot be read
 */
export async function startStripReader(modelFile: string): Promise<StripReader> {
  const model = await readFile(modelFile);
  const alphabet = classesOf(modelAlphabet(model));
  const session = await InferenceSession.create(model, {
    // Pages are read side by side already.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  });
  const [input, output] = [session.inputNames[0], session.outputNames[0]];
  if (input === undefined || output === undefined) throw new Error('The recogniser has no input or output.');
  return {
    async read(page, box) {
      const { values, width } = cutStrip(page, box);
      const results = await session.run({
        [input]: new Tensor('float32', values, [1, 3, STRIP_HEIGHT_PIXELS, width]),
      });
      const chances = results[output];
      if (chances === undefined || !(chances.data instanceof Float32Array))
        return { text: '', leastChance: 0 };
      return spell(chances.data, alphabet);
    },
  };
}

/** The character of each class of the network: none for the first, a space for the last, undefined where forms have no such one. */
function classesOf(characters: readonly string[]): readonly (string | undefined)[] {
  return ['', ...characters, ' '].map((character) =>
    character === '' || OF_FORMS.test(character) ? character : undefined,
  );
}

/** Spells what the network saw from left to right: the likeliest class at each step, where a class that lasts is one character. */
function spell(chances: Float32Array, alphabet: readonly (string | undefined)[]): StripReading {
  const classes = alphabet.flatMap((character, index) =>
    character === undefined ? [] : [{ character, index }],
  );
  let text = '';
  let leastChance = 1;
  let last = '';
  for (let step = 0; step < chances.length; step += alphabet.length) {
    let best = { character: '', chance: -1 };
    for (const { character, index } of classes) {
      const chance = chances[step + index] ?? 0;
      if (chance > best.chance) best = { character, chance };
    }
    if (best.character !== '' && best.character !== last) {
      text += best.character;
      leastChance = Math.min(leastChance, best.chance);
    }
    last = best.character;
  }
  return { text: text.trim(), leastChance: text === '' ? 0 : leastChance };
}
