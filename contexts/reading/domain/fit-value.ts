import type { PageWord } from './page-frame.ts';
import type { ParsedValue } from './parsed-value.ts';
import type { ValueKind } from './value-kinds.ts';
import { segmentText } from './value-segments.ts';

interface FittedValue<T> {
  readonly parsed: ParsedValue<T>;
  readonly words: readonly PageWord[];
}

const faintConfidencePercent = 40;

/**
 * Parses the words after a label, leaving out what OCR made of a speck or of a script it does not know behind them:
 * for numbers, words without digits; for text, faint words that stand apart.
 */
export function fitValue<T>(kind: ValueKind<T>, words: readonly PageWord[]): FittedValue<T> | undefined {
  let kept = words;
  let best: FittedValue<T> | undefined;
  while (kept.length > 0) {
    const value = kind.parse(segmentText(kept));
    if (value !== undefined && (best === undefined || value.doubts.length < best.parsed.doubts.length)) {
      best = { parsed: value, words: kept };
    }
    const last = kept.at(-1);
    const mayDrop =
      last !== undefined &&
      (kind.mayDropTail ? !/\d/.test(last.text) : last.confidencePercent < faintConfidencePercent);
    if (best?.parsed.doubts.length === 0 || !mayDrop) break;
    kept = kept.slice(0, -1);
  }
  return best;
}
