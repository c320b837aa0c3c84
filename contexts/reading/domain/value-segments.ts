import type { LabelAnchor } from './label-anchors.ts';
import type { PageFrame, PageWord } from './page-frame.ts';
import { rubbishPercent, sureConfidencePercent } from './read-field.ts';
import { hasArabic, hasLetterOrDigit } from './text-folding.ts';
import type { VisualRow } from './visual-rows.ts';

/** Words of one row that stand close together and are no label: what may be the value of a label. */
export interface ValueSegment {
  readonly words: readonly PageWord[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly isArabic: boolean;
}

export function segmentOf(words: readonly PageWord[]): ValueSegment {
  return {
    words,
    left: Math.min(...words.map((word) => word.left)),
    right: Math.max(...words.map((word) => word.right)),
    top: Math.min(...words.map((word) => word.top)),
    bottom: Math.max(...words.map((word) => word.bottom)),
    isArabic: words.some((word) => hasArabic(word.text)),
  };
}

/** Dotted leaders, rules and specks that OCR took for words; two strokes may be a Roman II. */
export function isNoise(word: PageWord): boolean {
  return !hasLetterOrDigit(word.text) && !/^(?:[/,.\-–]|[|!]{2,3},?)$/.test(word.text);
}

/** Cells of a comb are a few letters apart; another column is farther. */
const widestGapInCharacters = 3.2;

/** Handwriting is larger than print, and so are its spaces. */
function widestGap(previous: PageWord, next: PageWord, frame: PageFrame): number {
  const own = [previous, next].map((word) => (word.right - word.left) / word.text.length);
  return widestGapInCharacters * Math.max(frame.characterWidth, Math.min(...own));
}

/** Digits that OCR itself does not believe (Arabic, a speck) are no thousands of the number beside them. */
function isStrayBeside(word: PageWord, other: PageWord): boolean {
  return (
    word.confidencePercent < rubbishPercent &&
    other.confidencePercent >= sureConfidencePercent &&
    /^\d{1,3}$/.test(word.text) &&
    /^\d/.test(other.text)
  );
}

/** Cuts the rows into runs of words that are no label, at labels, at wide gaps and where the script changes. */
export function findSegments(
  rows: readonly VisualRow[],
  labels: readonly LabelAnchor[],
  frame: PageFrame,
): readonly ValueSegment[] {
  const labelWords = new Set(labels.flatMap((label) => label.words));
  const segments: ValueSegment[] = [];
  for (const row of rows) {
    let run: PageWord[] = [];
    const close = (): void => {
      if (run.some((word) => hasLetterOrDigit(word.text))) segments.push(segmentOf(run));
      run = [];
    };
    for (const word of row.words) {
      if (labelWords.has(word)) {
        close();
        continue;
      }
      if (isNoise(word)) continue;
      const previous = run.at(-1);
      if (
        previous !== undefined &&
        (word.left - previous.right > widestGap(previous, word, frame) ||
          hasArabic(word.text) !== hasArabic(previous.text) ||
          isStrayBeside(previous, word) ||
          isStrayBeside(word, previous))
      ) {
        close();
      }
      run.push(word);
    }
    close();
  }
  return segments;
}

/**
 * The text of a segment, its words joined by spaces. Letters that stand alone in the cells of a comb are joined to
 * words; a cell left empty is a space.
 */
export function segmentText(words: readonly PageWord[]): string {
  const single = words.filter((word) => word.text.length === 1).length;
  if (words.length < 4 || single < 0.75 * words.length) return words.map((word) => word.text).join(' ');
  const pitches = words.slice(1).map((word, index) => word.left - (words[index]?.left ?? word.left));
  const usual = [...pitches].sort((a, b) => a - b)[Math.floor(pitches.length / 2)] ?? 0;
  return words
    .map((word, index) => ((pitches[index - 1] ?? 0) > 1.6 * usual ? ' ' : '') + word.text)
    .join('');
}
