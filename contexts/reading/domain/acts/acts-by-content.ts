import type { CareFormAct } from '../care-form.ts';
import { columnOf } from '../acts-header.ts';
import type { PageCandidates } from '../candidates/find-candidates.ts';
import type { TokenRow } from '../candidates/row-tokens.ts';
import type { LabelAnchor } from '../label-anchors.ts';
import type { PageFrame, PageWord } from '../page-frame.ts';
import { actOfRow, type RowContext } from './act-of-row.ts';
import { numberColumns } from './act-columns.ts';
import {
  type AmountPrint,
  amountPrints,
  amountsOutside,
  printOf,
  type FoundAmount,
} from './amounts-outside.ts';
import { findHeadings } from './column-headings.ts';
import {
  findAmountsAgain,
  judgeColumns,
  type JudgedRoles,
  letterOfRow,
  mayBeOtherAmounts,
  mayCountRows,
} from './column-roles.ts';
import { withoutDiagnoses } from './diagnosis-codes.ts';
import { extentOf } from './extents.ts';
import { atomRows } from './row-atoms.ts';
import { withoutDigitsForLetters } from './misread-letters.ts';
import { findRowNumbers } from './row-numbers.ts';
import { joinSplitRows } from './split-rows.ts';
import { findTableRows } from './table-rows.ts';

/** A table of acts that was found by what stands in its lines. */
export interface ContentTable {
  readonly acts: readonly CareFormAct[];
  /** The amounts add up to an amount that stands elsewhere on the page. */
  readonly isSumRight: boolean;
  /** A line of it has a letter that tariffs know; else days and amounts are all that was found. */
  readonly hasLetters: boolean;
  readonly words: ReadonlySet<PageWord>;
  /** Amounts of the page that are in no row of the table. */
  readonly amountsOutside: readonly FoundAmount[];
}

/** How far above the table its headings may stand, in line heights. */
const headingReach = 7;

/** The amounts outside the table in its own print; and the sum that was found, where the table prints its amounts in two ways. */
function amountsInPrintOf(
  { roles, amounts, isSumRight }: JudgedRoles,
  outside: ReadonlyMap<AmountPrint, readonly FoundAmount[]>,
): readonly FoundAmount[] {
  const own = outside.get(printOf(roles)) ?? [];
  const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  const isSum = ({ parsed }: FoundAmount): boolean => parsed.value === sum;
  if (!isSumRight || own.some(isSum)) return own;
  return [...own, ...[...outside.values()].flat().filter(isSum).slice(0, 1)];
}

/** Finds the acts of a page by what stands in its lines: no heading, ruling or order of columns is needed. */
export function readActsByContent(
  tokens: readonly TokenRow[],
  candidates: PageCandidates,
  labels: readonly LabelAnchor[],
  frame: PageFrame,
): ContentTable | undefined {
  const headingsOnPage = labels.filter((label) => columnOf(label) !== undefined);
  const atoms = joinSplitRows(atomRows(tokens, candidates), frame);
  const rows = withoutDiagnoses(atoms, headingsOnPage, frame);
  const found = findTableRows(rows, frame);
  const [first] = found?.strong ?? [];
  if (found === undefined || first === undefined) return undefined;
  const { strong, hasLetters } = found;
  const own = withoutDigitsForLetters(found.rows);
  const columns = numberColumns(own, frame.characterWidth);
  const headings = headingsOnPage.filter(
    (label) => label.bottom <= first.y && first.y - label.bottom < headingReach * frame.lineHeight,
  );
  const table = new Set(found.rows);
  const outside = new Map(
    amountPrints.map((print) => [print, amountsOutside(rows, table, print, frame)] as const),
  );
  const totals = new Set([...outside.values()].flat().map(({ parsed }) => parsed.value));
  const rowNumbers = findRowNumbers(columns, own, tokens, frame);
  const facts = {
    rows: own,
    columns,
    headingOver: findHeadings(columns, headings, own),
    totals,
    rowNumbers,
    printedAgain: findAmountsAgain(columns),
  };
  const judged = judgeColumns(facts);
  if (judged === undefined) return undefined;
  const { best, rival } = judged;
  const differs = (
    a: readonly (number | undefined)[],
    b: readonly (number | undefined)[],
    row: number,
  ): boolean => (a[row] ?? 100) !== (b[row] ?? 100);
  const context: RowContext = {
    judged: best,
    isAmountUnsure: rival !== undefined && own.some((_, row) => differs(best.amounts, rival.amounts, row)),
    isAmountAmbiguous: mayBeOtherAmounts(best, facts),
    isMultipleUnsure: (row) =>
      mayCountRows(best, facts) || (rival !== undefined && differs(best.multiples, rival.multiples, row)),
    frame,
    dateColumn: extentOf(own.flatMap((row) => row.atoms.filter((atom) => atom.kind === 'date'))),
    letterColumn: extentOf(strong.flatMap((row) => letterOfRow(row) ?? [])),
  };
  return {
    acts: own.map((row, index) => actOfRow(row, index, context)),
    isSumRight: best.isSumRight,
    hasLetters,
    words: new Set(own.flatMap((row) => row.atoms.flatMap((atom) => atom.words))),
    amountsOutside: amountsInPrintOf(best, outside),
  };
}
