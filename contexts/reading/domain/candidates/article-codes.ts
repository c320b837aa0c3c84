import { foldLatin, normaliseArticleNumber } from '#shared';
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

/** Digits before which an article number is printed with a space: `6 118000 010050`. */
const printedCuts: readonly number[] = [1, 7];
/** OCR may cut it once more. */
const mostOtherCuts = 1;

/** Whether the spaces of a run are those of an article number; those of phones and registers are others: `0802 00 72 00`. */
function isCutAsPrinted(run: readonly RowToken[]): boolean {
  let digits = 0;
  const cuts = run.slice(0, -1).map(({ text }) => (digits += digitsIn(text).length));
  return cuts.filter((cut) => !printedCuts.includes(cut)).length <= mostOtherCuts;
}

/** Labels of numbers that are no article's: phones, and the registers of companies. */
const otherNumber = /^(?:tel|telephone|fax|gsm|ice|if|rc|patente|cnss)$/;

function isOtherNumber(run: readonly RowToken[], { tokens }: TokenRow): boolean {
  const [first] = run;
  const before = first && tokens[tokens.indexOf(first) - 1];
  return before !== undefined && otherNumber.test(foldLatin(before.text).replace(/[^a-z]/g, ''));
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
    const code = isCutAsPrinted(run) && !isOtherNumber(run, row) ? articleCodeOf(run) : undefined;
    if (code !== undefined) found.push(candidateOf(code, run, index));
  }
  return found;
}
