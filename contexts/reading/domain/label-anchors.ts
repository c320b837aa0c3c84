import type { LabelName } from './label-lexicon/label-entry.ts';
import { labelLexicon } from './label-lexicon/label-lexicon.ts';
import type { PageFrame, PageWord } from './page-frame.ts';
import { compileLexicon, nearestPhrases, type Phrase } from './phrase-matching.ts';
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

/** Below it a small-letter word may be what OCR made of Arabic beside a label. */
const proseConfidencePercent = 60;

/** Whether the label continues a sentence: a small-letter word stands right before it, as in `portant code de la`. */
function isInsideProse(previous: Token | undefined, first: Token, frame: PageFrame): boolean {
  if (previous === undefined || first.word.left - previous.word.right > 1.1 * frame.characterWidth)
    return false;
  if (previous.word.confidencePercent < proseConfidencePercent) return false;
  return /^\p{Ll}{2,}$/u.test(previous.word.text);
}

/** Of two digits or more. */
const number = /^\W*\d[\d.,/-]*\d\W*$/u;

/** A number is a value, unless the label itself has it: `24 chiffres` is one, `2018 Naissance du malade` is none. */
function hasItsNumbers(phrase: string, tokens: readonly Token[]): boolean {
  return tokens.every(({ word, shape }) => !number.test(word.text) || phrase.includes(shape));
}

type Nearest = ReturnType<typeof nearestPhrases>;

function matchesInRow(
  row: VisualRow,
  frame: PageFrame,
  nearest: (text: string, wordCount: number) => Nearest,
): readonly Match[] {
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
      const window = tokens.slice(start, end + 1);
      const { phrases: alike, edits } = nearest(text, used);
      const phrases = alike.filter(({ shape }) => hasItsNumbers(shape, window));
      if (phrases.length === 0) continue;
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
  // Crowded pages say the same again and again.
  const known = new Map<string, Nearest>();
  const nearest = (text: string, wordCount: number): Nearest => {
    const key = `${wordCount} ${text}`;
    const found = known.get(key) ?? nearestPhrases(text, wordCount, lexicon);
    known.set(key, found);
    return found;
  };
  for (const row of rows) {
    const taken = new Set<PageWord>();
    const matches = [...matchesInRow(row, frame, nearest)].sort((a, b) => b.score - a.score);
    for (const match of matches) {
      if (match.tokens.some((token) => taken.has(token.word))) continue;
      for (const token of match.tokens) taken.add(token.word);
      anchors.push(anchorOf(match));
    }
  }
  return anchors.sort((a, b) => a.top - b.top || a.left - b.left);
}
