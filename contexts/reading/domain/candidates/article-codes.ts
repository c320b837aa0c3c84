import { normaliseArticleNumber } from '#shared';
import { parsed, readDigits } from '../parsed-value.ts';
import { candidateOf, type Candidate } from './candidate.ts';
import { digitRuns, digitsIn } from './digit-runs.ts';
import type { RowToken, TokenRow } from './row-tokens.ts';

const codeDigits = 13;

/** An article number that some tokens spell: its check digit is what tells it from any other digits. */
function articleCodeOf(tokens: readonly RowToken[]): Candidate<string>['parsed'] | undefined {
  const text = tokens.map((token) => token.text).join('');
  if (/[.,/]/.test(text)) return undefined;
  const { text: digits, corrected, foreign } = readDigits(text.replace(/[|[\](){}<>:;*_-]/g, ''));
  const code = foreign > 0 || corrected > 1 ? undefined : normaliseArticleNumber(digits);
  return code === undefined ? undefined : parsed(code, corrected > 0 && 'CORRECTED_CHARACTERS');
}

/** `6118000010050` and `6 118000 010050`. */
export function articleCodeCandidates(row: TokenRow, index: number): readonly Candidate<string>[] {
  const found: Candidate<string>[] = [];
  const taken = new Set<RowToken>();
  for (const token of row.tokens) {
    const length = token.text.length;
    const code = length < codeDigits || length > codeDigits + 2 ? undefined : articleCodeOf([token]);
    if (code === undefined) continue;
    taken.add(token);
    found.push(candidateOf(code, [token], index));
  }
  for (const run of digitRuns(row)) {
    const digits = run.reduce((count, { text }) => count + digitsIn(text).length, 0);
    if (run.length < 2 || digits !== codeDigits || run.some((token) => taken.has(token))) continue;
    const code = articleCodeOf(run);
    if (code !== undefined) found.push(candidateOf(code, run, index));
  }
  return found;
}
