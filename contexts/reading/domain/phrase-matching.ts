import { distance } from 'fastest-levenshtein';

import type { LabelEntry, LabelName } from './label-lexicon/label-entry.ts';
import { labelShape } from './text-folding.ts';

/** One wording of a label. */
export interface Phrase {
  readonly name: LabelName;
  readonly shape: string;
  readonly needsColon: boolean;
  readonly wordCount: number;
  readonly traits: Traits;
  /** Shapes without the first word, and without the last. */
  readonly cutShapes: readonly string[];
}

const mostEdits = 5;

/** How many characters OCR may have got wrong: none in short labels, which would match anything, up to five in long ones. */
function editsAllowed(length: number): number {
  if (length <= 5) return 0;
  if (length <= 8) return 1;
  return Math.min(Math.floor(length / 5) + 1, mostEdits);
}

const shapesOf = (phrase: string): readonly string[] => phrase.split(/\s+/).map(labelShape);

function phraseOf(name: LabelName, wording: string, needsColon: boolean): Phrase {
  const words = shapesOf(wording);
  const shape = words.join('');
  const cuts = words.length < 2 ? [] : [words.slice(1), words.slice(0, -1)];
  return {
    name,
    shape,
    needsColon,
    wordCount: words.length,
    traits: traitsOf(shape),
    cutShapes: cuts.map((cut) => cut.join('')),
  };
}

/** Whether a text is rather what is left of a phrase without one of its words: `de l'assuré` is no `nom de l'assuré`. */
function isCutShort({ cutShapes }: Phrase, text: string, edits: number): boolean {
  return edits > 1 && cutShapes.some((cut) => cut !== '' && distance(cut, text) < edits - 1);
}

/** What a shape is made of, as bits: which letters it has, which it has twice, which pairs of neighbours. */
interface Traits {
  readonly once: number;
  readonly twice: number;
  readonly pairs: number;
}

function traitsOf(shape: string): Traits {
  let once = 0;
  let twice = 0;
  let pairs = 0;
  let previous = 0;
  for (let index = 0; index < shape.length; index += 1) {
    const code = shape.charCodeAt(index);
    const letter = 1 << (code % 32);
    twice |= once & letter;
    once |= letter;
    pairs |= 1 << ((previous * 7 + code) % 32);
    previous = code;
  }
  return { once, twice, pairs };
}

/**
 * Fewest edits that can lie between two shapes: an edit changes two letters and four pairs at most. Cheaper by far than
 * to measure, and enough to pass over most phrases.
 */
function fewestEdits(a: Traits, b: Traits): number {
  const letters = countBits(a.once ^ b.once) + countBits(a.twice ^ b.twice);
  return Math.max(letters / 2, countBits(a.pairs ^ b.pairs) / 4);
}

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Phrases by the length of their shape, so that a text is compared only with those it could be. */
export type CompiledLexicon = readonly (readonly Phrase[] | undefined)[];

/** Prepares a lexicon for {@link nearestPhrases}. */
export function compileLexicon(entries: readonly LabelEntry[]): CompiledLexicon {
  const byLength: (Phrase[] | undefined)[] = [];
  for (const { name, phrases, needsColon = false } of entries) {
    const byShape = new Map(
      phrases.map((wording) => [shapesOf(wording).join(''), phraseOf(name, wording, needsColon)]),
    );
    for (const phrase of byShape.values())
      byLength[phrase.shape.length] = [...(byLength[phrase.shape.length] ?? []), phrase];
  }
  return byLength;
}

/**
 * The phrases that a text is nearest to, within what OCR may get wrong. OCR's errors do not tear words apart as well:
 * `lot. Al` is not `total`.
 */
export function nearestPhrases(
  text: string,
  wordCount: number,
  lexicon: CompiledLexicon,
): { phrases: readonly Phrase[]; edits: number } {
  const reach = editsAllowed(text.length + mostEdits);
  let edits = mostEdits + 1;
  let phrases: Phrase[] = [];
  const traits = traitsOf(text);
  for (let length = Math.max(text.length - reach, 1); length <= text.length + reach; length += 1) {
    const most = editsAllowed(length);
    if (Math.abs(length - text.length) > Math.min(most, edits)) continue;
    for (const phrase of lexicon[length] ?? []) {
      const limit = Math.min(wordCount > phrase.wordCount ? 0 : most, edits);
      if (fewestEdits(phrase.traits, traits) > limit) continue;
      const found = phrase.shape === text ? 0 : limit === 0 ? 1 : distance(phrase.shape, text);
      if (found > limit || isCutShort(phrase, text, found)) continue;
      phrases = found < edits ? [phrase] : [...phrases, phrase];
      edits = found;
    }
  }
  return { phrases, edits };
}
