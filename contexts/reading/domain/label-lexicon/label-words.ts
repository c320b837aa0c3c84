import { distance } from 'fastest-levenshtein';
import { labelShape } from '../text-folding.ts';
import { formVocabulary } from './form-vocabulary.ts';
import { labelLexicon } from './label-lexicon.ts';

const shortestWord = 3;
/** Longer words are known also where OCR has one letter of them wrong: `PRENON`. */
const shortestToMend = 6;

/** Given names that are words of labels, or a letter off one: `marié`, `mariée`, `régime`. */
const GIVEN_NAMES: ReadonlySet<string> = new Set(
  ['Marie', 'Mariem', 'Marieme', 'Marine', 'Marlène', 'Régine'].map(labelShape),
);

const shapes: ReadonlySet<string> = new Set(
  [...labelLexicon.flatMap(({ phrases }) => phrases), ...formVocabulary]
    .flatMap((phrase) => phrase.split(/[\s'’/()]+/))
    .map(labelShape)
    .filter(({ length }) => length >= shortestWord),
);

const shapesToMend = [...shapes].filter(({ length }) => length >= shortestToMend);

/** Whether a word is one of those that printed labels are made of, or one letter off one: `Lieu`, `assuré`, `MATRICUIE`. */
export function isLikeLabelWord(word: string): boolean {
  const shape = labelShape(word);
  if (GIVEN_NAMES.has(shape)) return false;
  if (shapes.has(shape)) return true;
  if (shape.length < shortestToMend) return false;
  return shapesToMend.some((one) => Math.abs(one.length - shape.length) <= 1 && distance(one, shape) === 1);
}
