import { foldLatin } from '#shared';
import type { TokenRow } from '../candidates/row-tokens.ts';
import type { CareFormAct } from '../care-form.ts';
import type { PageFrame } from '../page-frame.ts';
import type { NumberColumn } from './act-columns.ts';
import type { AtomRow } from './row-atoms.ts';

/** `1`, `2`, `3` down the rows, or `4`, `5` on a further page. */
export function countsRows(column: NumberColumn): boolean {
  const [first] = column.atoms;
  return (
    first !== undefined &&
    column.atoms.length > 1 &&
    column.atoms.every(
      (atom, row) => atom?.kind === 'number' && atom.parsed.value === first.parsed.value + row * 100,
    )
  );
}

/** Whether it may: `3` in the only row of a further page. */
function mayCountRows(column: NumberColumn): boolean {
  const [only, ...others] = column.atoms;
  return countsRows(column) || (others.length === 0 && only?.kind === 'number');
}

/** Whether nothing stands outside of it on any row. */
function isOutermost(column: NumberColumn, rows: readonly AtomRow[]): boolean {
  const atoms = new Set<unknown>(column.atoms);
  return (
    rows.every(({ atoms: own }) => atoms.has(own[0])) || rows.every(({ atoms: own }) => atoms.has(own.at(-1)))
  );
}

const heading = /^(?:n|no|num|numero|nr|lig|ligne|lignes|ordre)$/;
/** How far above the first row the heading may stand, in line heights. */
const headingReach = 7;

function isHeaded(
  column: NumberColumn,
  tokens: readonly TokenRow[],
  first: AtomRow,
  frame: PageFrame,
): boolean {
  return tokens
    .filter(({ y }) => y < first.y && first.y - y < headingReach * frame.lineHeight)
    .some((row) =>
      row.tokens.some(
        (token) =>
          token.left < column.right + frame.characterWidth &&
          token.right > column.left - frame.characterWidth &&
          heading.test(foldLatin(token.text)),
      ),
    );
}

/** So many rows are counted 1, 2, 3 by hardly any column of quantities. */
const fewestRowsToTell = 3;

/**
 * Takes numbers that count the rows from one page to the next, `1`, `2` and overleaf `3`, for no counts of acts, where a page by itself
 * has too few of them to tell.
 */
export function withoutRowNumbers(acts: readonly CareFormAct[]): readonly CareFormAct[] {
  const pages = new Set(acts.map(({ source }) => source.page));
  const areRowNumbers =
    pages.size > 1 &&
    acts.length >= fewestRowsToTell &&
    acts.every(({ quantity }, row) => quantity?.value === row + 1) &&
    acts.some(({ quantity }) => quantity?.doubts.includes('CONFLICTING_VALUES'));
  return areRowNumbers ? acts.map((act) => ({ ...act, quantity: undefined })) : acts;
}

/**
 * The columns that count the rows: by their heading, or where they stand outside of everything else and count three rows or
 * more. With two rows, 1 and 2 may be how often each act was done as well.
 */
export function findRowNumbers(
  columns: readonly NumberColumn[],
  rows: readonly AtomRow[],
  tokens: readonly TokenRow[],
  frame: PageFrame,
): ReadonlyMap<NumberColumn, 'sure' | 'maybe'> {
  const [first] = rows;
  if (first === undefined) return new Map();
  return new Map(
    columns.filter(mayCountRows).flatMap((column): readonly (readonly [NumberColumn, 'sure' | 'maybe'])[] => {
      if (isHeaded(column, tokens, first, frame)) return [[column, 'sure']];
      if (!countsRows(column) || !isOutermost(column, rows)) return [];
      return [[column, rows.length >= fewestRowsToTell ? 'sure' : 'maybe']];
    }),
  );
}
