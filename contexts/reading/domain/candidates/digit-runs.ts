import type { RowToken, TokenRow } from './row-tokens.ts';

/** Groups of one number are a space or two apart; cells of a comb that OCR read one by one are farther. */
export const widestGroupGap = 2.2;
const widestCellGap = 3.6;

/** Runs of tokens that hold digits and stand close together. */
export function digitRuns({ tokens }: TokenRow): readonly (readonly RowToken[])[] {
  const runs: RowToken[][] = [];
  let run: RowToken[] = [];
  for (const token of tokens) {
    const isDigits = /^[^\p{L}]*\d[\dOoIl|.,/\-–:]*$/u.test(token.text);
    const previous = run.at(-1);
    const isCell = digitsIn(token.text).length === 1 || digitsIn(previous?.text ?? '').length === 1;
    if (!isDigits || (previous !== undefined && token.gap > (isCell ? widestCellGap : widestGroupGap))) {
      if (run.length > 0) runs.push(run);
      run = [];
    }
    if (isDigits) run.push(token);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

export const digitsIn = (text: string): string => text.replace(/\D/g, '');
