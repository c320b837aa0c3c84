import type { RowToken, TokenRow } from './row-tokens.ts';

/** Groups of one number are a space or two apart; cells of a comb that OCR read one by one are farther. */
export const widestGroupGap = 2.2;
/** The same in characters of their own size: a space of wide print is as wide as two characters of the page's small print. */
const widestOwnGroupGap = 2;
const widestCellGap = 3.6;

/** Whether a group is too far from the one before it for both to be parts of one value. */
export function isGroupApart({ gap, ownGap }: RowToken): boolean {
  return gap > widestGroupGap && ownGap > widestOwnGroupGap;
}

/** Runs of tokens that hold digits and stand close together. */
export function digitRuns({ tokens }: TokenRow): readonly (readonly RowToken[])[] {
  const runs: RowToken[][] = [];
  let run: RowToken[] = [];
  for (const token of tokens) {
    const isDigits = /^[^\p{L}]*\d[\dOoIl|.,/\-–:]*$/u.test(token.text);
    const previous = run.at(-1);
    const isCell = digitsIn(token.text).length === 1 || digitsIn(previous?.text ?? '').length === 1;
    const isApart = isCell ? token.gap > widestCellGap : isGroupApart(token);
    if (!isDigits || (previous !== undefined && isApart)) {
      if (run.length > 0) runs.push(run);
      run = [];
    }
    if (isDigits) run.push(token);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

export const digitsIn = (text: string): string => text.replace(/\D/g, '');
