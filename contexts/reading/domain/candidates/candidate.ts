import type { PageWord } from '../page-frame.ts';
import type { ParsedValue } from '../parsed-value.ts';
import type { RowToken } from './row-tokens.ts';

/** A value that was found by what it looks like, wherever it stands and whatever stands beside it. */
export interface Candidate<T> {
  readonly parsed: ParsedValue<T>;
  readonly words: readonly PageWord[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Index of the page's row. */
  readonly row: number;
}

export function candidateOf<T>(
  parsed: ParsedValue<T>,
  tokens: readonly RowToken[],
  row: number,
): Candidate<T> {
  return {
    parsed,
    words: tokens.flatMap((token) => token.words),
    left: Math.min(...tokens.map((token) => token.left)),
    right: Math.max(...tokens.map((token) => token.right)),
    top: Math.min(...tokens.map((token) => token.top)),
    bottom: Math.max(...tokens.map((token) => token.bottom)),
    row,
  };
}
