import { labelShape } from '../text-folding.ts';
import { formVocabulary } from './form-vocabulary.ts';
import { labelLexicon } from './label-lexicon.ts';

const shortestWord = 3;

const shapes: ReadonlySet<string> = new Set(
  [...labelLexicon.flatMap(({ phrases }) => phrases), ...formVocabulary]
    .flatMap((phrase) => phrase.split(/[\s'’/()]+/))
    .map(labelShape)
    .filter(({ length }) => length >= shortestWord),
);

/** Whether a word is one of those that printed labels are made of: `Lieu`, `assuré`. */
export function isLabelWord(word: string): boolean {
  return shapes.has(labelShape(word));
}
