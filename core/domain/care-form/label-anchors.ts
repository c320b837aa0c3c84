import { distance } from 'fastest-levenshtein';

import type { LabelEntry, LabelName } from './label-lexicon/label-entry.ts';
import { labelLexicon } from './label-lexicon/label-lexicon.ts';
import type { PageFrame, PageWord } from './page-frame.ts';
import { hasArabic, labelShape } from './text-folding.ts';
import type { VisualRow } from './visual-rows.ts';

/** A printed label that was found on the page. */
export interface LabelAnchor {
  readonly name: LabelName;
  readonly words: readonly PageWord[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether a colon closes it. */
  readonly hasColon: boolean;
}

interface Phrase {
  readonly name: LabelName;
  readonly shape: string;
  readonly needsColon: boolean;
  readonly maxEdits: number;
  readonly wordCount: number;
}

interface Token {
  readonly word: PageWord;
  readonly shape: string;
}

interface Match {
  readonly phrase: Phrase;
  readonly tokens: readonly Token[];
  readonly hasColon: boolean;
  readonly score: number;
}

const longestLabelWords = 9;

/** How many characters OCR may have got wrong: none in short labels, which would match anything, up to five in long ones. */
function editsAllowed(length: number): number {
  if (length <= 5) return 0;
  if (length <= 8) return 1;
  return Math.min(Math.floor(length / 5) + 1, 5);
}

function shapeOf(phrase: string): string {
  return phrase.split(/\s+/).map(labelShape).join('');
}

/** Which letters a shape has, one bit each; digits share the bits above. */
function lettersOf(shape: string): number {
  let letters = 0;
  for (let index = 0; index < shape.length; index += 1) {
    const code = shape.charCodeAt(index);
    letters |= code >= 97 ? 1 << (code - 97) : 1 << (26 + (code % 5));
  }
  return letters;
}

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Phrases of one length; their letters lie side by side, so that most are passed over at a glance. */
interface PhraseBucket {
  readonly phrases: readonly Phrase[];
  readonly letters: Int32Array;
}

/** Phrases by the length of their shape, so that a text is compared only with those it could be. */
type CompiledLexicon = readonly (PhraseBucket | undefined)[];

/** Prepares a lexicon for {@link findLabels}. */
export function compileLexicon(entries: readonly LabelEntry[]): CompiledLexicon {
  const byLength: (Phrase[] | undefined)[] = [];
  for (const { name, phrases, needsColon = false } of entries) {
    const shapes = new Map(phrases.map((phrase) => [shapeOf(phrase), phrase.split(/\s+/).length]));
    for (const [shape, wordCount] of shapes) {
      const phrase = { name, shape, needsColon, maxEdits: editsAllowed(shape.length), wordCount };
      byLength[shape.length] = [...(byLength[shape.length] ?? []), phrase];
    }
  }
  return Array.from(byLength, (phrases) =>
    phrases === undefined
      ? undefined
      : { phrases, letters: Int32Array.from(phrases, (phrase) => lettersOf(phrase.shape)) },
  );
}

const careFormLexicon = compileLexicon(labelLexicon);

/** The words of a row that can be part of a label, and the colons that close one. */
function tokensOf(row: VisualRow): readonly Token[] {
  return row.words.map((word) => ({ word, shape: hasArabic(word.text) ? '' : labelShape(word.text) }));
}

function endsWithColon(tokens: readonly Token[], next: Token | undefined, frame: PageFrame): boolean {
  const last = tokens.at(-1);
  if (last === undefined) return false;
  if (/[:;]\s*$/.test(last.word.text)) return true;
  return (
    next !== undefined &&
    /^[:;]/.test(next.word.text) &&
    next.word.left - last.word.right < 3 * frame.characterWidth
  );
}

/** Whether the label continues a sentence: a small-letter word stands right before it, as in `portant code de la`. */
function isInsideProse(previous: Token | undefined, first: Token, frame: PageFrame): boolean {
  if (previous === undefined || first.word.left - previous.word.right > 1.1 * frame.characterWidth)
    return false;
  return /^\p{Ll}{2,}$/u.test(previous.word.text);
}

/**
 * The phrases that a text is nearest to, within what OCR may get wrong. OCR's errors do not tear words apart as well:
 * `lot. Al` is not `total`.
 */
function nearestPhrases(
  text: string,
  wordCount: number,
  lexicon: CompiledLexicon,
): { phrases: readonly Phrase[]; edits: number } {
  let edits = editsAllowed(text.length + 1) + 1;
  let phrases: Phrase[] = [];
  const letters = lettersOf(text);
  const reach = edits - 1;
  for (let length = Math.max(text.length - reach, 1); length <= text.length + reach; length += 1) {
    const bucket = lexicon[length];
    if (bucket === undefined) continue;
    for (let index = 0; index < bucket.letters.length; index += 1) {
      // One edit changes two letters at most: most phrases are told apart without measuring.
      if (countBits((bucket.letters[index] ?? 0) ^ letters) > 2 * edits) continue;
      const phrase = bucket.phrases[index];
      if (phrase === undefined) continue;
      const limit = Math.min(wordCount > phrase.wordCount ? 0 : phrase.maxEdits, edits);
      if (Math.abs(length - text.length) > limit || (limit === 0 && phrase.shape !== text)) continue;
      const found = phrase.shape === text ? 0 : distance(phrase.shape, text);
      if (found > limit) continue;
      phrases = found < edits ? [phrase] : [...phrases, phrase];
      edits = found;
    }
  }
  return { phrases, edits };
}

function matchesInRow(row: VisualRow, frame: PageFrame, lexicon: CompiledLexicon): readonly Match[] {
  const tokens = tokensOf(row);
  const matches: Match[] = [];
  tokens.forEach((first, start) => {
    if (first.shape === '' || isInsideProse(tokens[start - 1], first, frame)) return;
    let text = '';
    let used = 0;
    let previous = first;
    for (let end = start; end < tokens.length && used < longestLabelWords; end += 1) {
      const token = tokens[end];
      if (token === undefined || token.word.left - previous.word.right > 2.5 * frame.characterWidth) break;
      previous = token;
      if (token.shape === '') continue;
      text += token.shape;
      used += 1;
      const { phrases, edits } = nearestPhrases(text, used, lexicon);
      if (phrases.length === 0) continue;
      const window = tokens.slice(start, end + 1);
      const hasColon = endsWithColon(window, tokens[end + 1], frame);
      const phrase = hasColon
        ? (phrases.find((one) => one.needsColon) ?? phrases[0])
        : phrases.find((one) => !one.needsColon);
      if (phrase !== undefined)
        matches.push({ phrase, tokens: window, hasColon, score: phrase.shape.length - 2.5 * edits });
    }
  });
  return matches;
}

function anchorOf({ phrase, tokens, hasColon }: Match): LabelAnchor {
  const words = tokens.map((token) => token.word);
  return {
    name: phrase.name,
    words,
    left: Math.min(...words.map((word) => word.left)),
    right: Math.max(...words.map((word) => word.right)),
    top: Math.min(...words.map((word) => word.top)),
    bottom: Math.max(...words.map((word) => word.bottom)),
    hasColon,
  };
}

/**
 * Finds the labels of the lexicon on a page, forgiving accents, spaces and OCR's errors. Where labels overlap the
 * longer one wins: `Nom et prénom du patient` is not `Nom et prénom`.
 */
export function findLabels(
  rows: readonly VisualRow[],
  frame: PageFrame,
  lexicon = careFormLexicon,
): readonly LabelAnchor[] {
  const anchors: LabelAnchor[] = [];
  for (const row of rows) {
    const taken = new Set<PageWord>();
    const matches = [...matchesInRow(row, frame, lexicon)].sort((a, b) => b.score - a.score);
    for (const match of matches) {
      if (match.tokens.some((token) => taken.has(token.word))) continue;
      for (const token of match.tokens) taken.add(token.word);
      anchors.push(anchorOf(match));
    }
  }
  return anchors.sort((a, b) => a.top - b.top || a.left - b.left);
}
