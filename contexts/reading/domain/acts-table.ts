import { hasPlainAmount, isAct, isTotalOfAbove } from './act-evidence.ts';
import { columnOf, findActsHeader, type ActsColumn } from './acts-header.ts';
import { parseActCode } from './act-codes.ts';
import { splitCells } from './act-cells.ts';
import { readAct } from './act-row.ts';
import type { CareFormAct, ReadField } from './care-form.ts';
import { parseDate } from './date-parser.ts';
import type { LabelAnchor } from './label-anchors.ts';
import { careOptions } from './label-lexicon/other-labels.ts';
import type { PageFrame, PageWord } from './page-frame.ts';
import { hasArabic } from './text-folding.ts';
import { isNoise, segmentText } from './value-segments.ts';
import type { VisualRow } from './visual-rows.ts';

export interface ActsTable {
  readonly acts: readonly CareFormAct[];
  /** An amount alone on the last row: a total whose label was not read. */
  readonly loneAmount: ReadField<number> | undefined;
  /** Words of the table's rows, which are no values of other labels. */
  readonly words: ReadonlySet<PageWord>;
  readonly hasHeader: boolean;
}

const emptyTable: ActsTable = { acts: [], loneAmount: undefined, words: new Set(), hasHeader: false };

/** The order of columns on form 610-1-02, for a table whose headings were not read. */
const assumedColumns: readonly ActsColumn[] = (['date', 'keyLetter', 'coefficient', 'amount'] as const).map(
  (name) => ({
    name,
    left: undefined,
    right: undefined,
  }),
);

/**
 * Whether a label ends the table: any that is no heading of a column, `TOTAL` first of all. Right of the amounts stand
 * stamps, whose `INPE` ends nothing.
 */
function endsTable(label: LabelAnchor, columns: readonly ActsColumn[]): boolean {
  if (
    columnOf(label) !== undefined ||
    label.name === 'ignored' ||
    careOptions.has(label.name) ||
    label.name === 'hint' ||
    label.name === 'continued'
  )
    return false;
  const amount = columns.find((column) => column.name === 'amount');
  const isLastColumn = columns.at(-1) === amount;
  return isLastColumn || amount?.right === undefined || label.left < amount.right;
}

function plainWords(row: VisualRow, labelWords: ReadonlySet<PageWord>): readonly PageWord[] {
  return row.words.filter((word) => !labelWords.has(word) && !isNoise(word) && !hasArabic(word.text));
}

/** How far below the heading's bottom its second line, in Arabic, may have its middle; in line heights. */
const headingReach = 1.6;

/**
 * Reads the rows under the heading, down to the total or to the next label. A row is an act when a date or an amount
 * stands in it with something else; clutter (Arabic read as Latin, stamps) is neither.
 * @param from y below which the rows are: the heading's bottom, where there is one
 */
function readRows(
  rows: readonly VisualRow[],
  columns: readonly ActsColumn[],
  labels: readonly LabelAnchor[],
  { from, hasHeading }: { readonly from: number; readonly hasHeading: boolean },
  frame: PageFrame,
): Omit<ActsTable, 'hasHeader'> {
  const labelWords = new Set(labels.flatMap((label) => label.words));
  const endWords = new Set(
    labels.filter((label) => endsTable(label, columns)).flatMap((label) => label.words),
  );
  const used = new Set<PageWord>();
  const acts: CareFormAct[] = [];
  let loneAmount: ReadField<number> | undefined;
  // A row that is the total, unless an act stands below it.
  let held: CareFormAct | undefined;
  for (const row of rows) {
    if (row.y <= from) continue;
    if (row.words.some((word) => endWords.has(word))) break;
    const words = plainWords(row, labelWords);
    if (words.length === 0) continue;
    const act = readAct(words, columns, frame);
    const isInHeading = hasHeading && row.y - from < headingReach * frame.lineHeight;
    const isLikeAct = isAct(act, isInHeading);
    const isTotal = isLikeAct && held === undefined && isTotalOfAbove(act, acts);
    const isActRow = isLikeAct && !isTotal;
    if (isActRow) {
      acts.push(...(held === undefined ? [] : [held]), act);
      held = undefined;
    } else if (isTotal) held = act;
    else if (!isInHeading && !hasPlainAmount(act)) continue;
    // What stands above an act is no total.
    loneAmount = isActRow || isInHeading ? undefined : act.billedCentimes;
    for (const word of row.words) used.add(word);
  }
  return { acts, loneAmount, words: used };
}

/** Rows that look like acts although no heading was read: a date, then a code or number, then an amount with decimals. */
function looksLikeAct(words: readonly PageWord[], frame: PageFrame): boolean {
  const cells = splitCells(words, frame).map((cell) => segmentText(cell.words));
  const first = cells.findIndex((text) => parseDate(text) !== undefined);
  const last = cells.findIndex((text, index) => index > first + 1 && /^[\d\s.]+[.,]\d{2}$/.test(text));
  return (
    first >= 0 &&
    last > first &&
    cells.slice(first + 1, last).some((text) => parseActCode(text).keyLetter?.doubts.length === 0)
  );
}

/** Finds and reads the table of acts of a page. */
export function readActsTable(
  rows: readonly VisualRow[],
  labels: readonly LabelAnchor[],
  frame: PageFrame,
): ActsTable {
  const header = findActsHeader(labels, frame);
  if (header !== undefined) {
    return {
      ...readRows(rows, header.columns, labels, { from: header.bottom, hasHeading: true }, frame),
      hasHeader: true,
    };
  }
  const labelWords = new Set(labels.flatMap((label) => label.words));
  const first = rows.find((row) => looksLikeAct(plainWords(row, labelWords), frame));
  if (first === undefined) return emptyTable;
  return {
    ...readRows(
      rows,
      assumedColumns,
      labels,
      { from: first.y - frame.lineHeight / 4, hasHeading: false },
      frame,
    ),
    hasHeader: false,
  };
}
