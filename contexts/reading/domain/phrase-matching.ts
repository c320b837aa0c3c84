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
}

const mostEdits = 5;

/** How many characters OCR may have got wrong: none in short labels, which would match anything, up to five in long ones. */
function editsAllowed(length: number): number {
  if (length <= 5) return 0;
  if (length <= 8) return 1;
  return Math.min(Math.floor(length / 5) + 1, mostEdits);
}

function shapeOf(phrase: string): string {
  return phrase.split(/\s+/).map(labelShape).join('');
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
    const shapes = new Map(phrases.map((phrase) => [shapeOf(phrase), phrase.split(/\s+/).length]));
    for (const [shape, wordCount] of shapes) {
      const phrase = { name, shape, needsColon, wordCount, traits: traitsOf(shape) };
      byLength[shape.length] = [...(byLength[shape.length] ?? []), phrase];
    }
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
      if (found > limit) continue;
      phrases = found < edits ? [phrase] : [...phrases, phrase];
      edits = found;
    }
  }
  return { phrases, edits };
}
