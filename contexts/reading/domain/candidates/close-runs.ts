import type { RowToken, TokenRow } from './row-tokens.ts';

/**
 * The runs of words of a row that stand close together, as in one cell.
 * @param widestGap in usual characters
 * @param isLeftOut words that are of no run, and end one
 */
export function closeRuns(
  { tokens }: TokenRow,
  widestGap: number,
  isLeftOut: (token: RowToken) => boolean = () => false,
): readonly (readonly RowToken[])[] {
  const runs: RowToken[][] = [];
  let open: RowToken[] | undefined;
  for (const token of tokens) {
    if (isLeftOut(token)) open = undefined;
    else if (open !== undefined && token.gap <= widestGap) open.push(token);
    else runs.push((open = [token]));
  }
  return runs;
}
