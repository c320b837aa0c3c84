import { hasPlainAmount, isAct } from './act-evidence.ts';
import { columnOf, findActsHeader, type ActsColumn } from './acts-header.ts';
import { parseActCode, parseCoefficient, parseKeyLetter } from './act-codes.ts';
import { placeCells, splitCells, type ActCells } from './act-cells.ts';
import type { CareFormAct, ReadField } from './care-form.ts';
import { parseDate } from './date-parser.ts';
import type { LabelAnchor } from './label-anchors.ts';
import type { ColumnName } from './label-lexicon/label-entry.ts';
import { parseMoney } from './money-parser.ts';
import type { PageFrame, PageWord } from './page-frame.ts';
import { parsed, type ParsedValue } from './parsed-value.ts';
import { boxAround, toReadField } from './read-field.ts';
import { hasArabic, hasLetterOrDigit } from './text-folding.ts';
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

/** Words below it may be specks and pieces of Arabic, left out where a cell makes no sense with them. */
const faintPercent = 40;

function read<T>(
  cells: ActCells,
  column: ColumnName,
  parse: (text: string) => ParsedValue<T> | undefined,
  page: number,
): ReadField<T> | undefined {
  const words = cells.get(column);
  if (words === undefined) return undefined;
  const value = parse(segmentText(words));
  if (value !== undefined) return toReadField(value, words, page);
  const clear = words.filter((word) => word.confidencePercent >= faintPercent);
  const clearValue = clear.length === 0 ? undefined : parse(segmentText(clear));
  return clearValue === undefined ? undefined : toReadField(clearValue, clear, page);
}

/** Key letter and coefficient, wherever the form has them: in columns of their own or in one cell. */
function readCode(
  cells: ActCells,
  columns: readonly ActsColumn[],
  page: number,
): Pick<CareFormAct, 'actCode' | 'keyLetter' | 'coefficientHundredths'> {
  const names = new Set(columns.map((column) => column.name));
  const letterColumn = names.has('keyLetter') ? 'keyLetter' : 'actCode';
  const keyLetter = read(
    cells,
    letterColumn,
    (text) => parseActCode(text).keyLetter ?? parseKeyLetter(text),
    page,
  );
  const ownCoefficient = read(cells, 'coefficient', parseCoefficient, page);
  // `Cotation` can head the column of letter and number together, with the code of the act beside it.
  const combined = read(cells, 'coefficient', (text) => parseActCode(text).keyLetter, page);
  const inCotation = ownCoefficient === undefined && combined !== undefined;
  const coefficient =
    ownCoefficient ??
    read(
      cells,
      inCotation ? 'coefficient' : letterColumn,
      (text) => parseActCode(text).coefficientHundredths,
      page,
    );
  const hasBoth = names.has('keyLetter') && names.has('actCode');
  const code = (text: string): ParsedValue<string> | undefined => {
    const compact = text.toUpperCase().replace(/\s+/g, ' ').trim();
    return hasLetterOrDigit(compact) ? parsed(compact) : undefined;
  };
  return {
    actCode: hasBoth || inCotation ? read(cells, 'actCode', code, page) : undefined,
    keyLetter: inCotation ? combined : keyLetter,
    coefficientHundredths: coefficient,
  };
}

function readAct(row: readonly PageWord[], columns: readonly ActsColumn[], frame: PageFrame): CareFormAct {
  const cells = placeCells(splitCells(row, frame), columns, frame);
  return {
    dateOfCare: read(cells, 'date', parseDate, frame.number),
    ...readCode(cells, columns, frame.number),
    billedCentimes: read(cells, 'amount', parseMoney, frame.number),
    source: { page: frame.number, box: boxAround(row.map((word) => word.box)) },
  };
}

/**
 * Whether a label ends the table: any that is no heading of a column, `TOTAL` first of all. Right of the amounts stand
 * stamps, whose `INPE` ends nothing.
 */
function endsTable(label: LabelAnchor, columns: readonly ActsColumn[]): boolean {
  if (
    columnOf(label) !== undefined ||
    label.name === 'ignored' ||
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
  for (const row of rows) {
    if (row.y <= from) continue;
    if (row.words.some((word) => endWords.has(word))) break;
    const words = plainWords(row, labelWords);
    if (words.length === 0) continue;
    const act = readAct(words, columns, frame);
    const isInHeading = hasHeading && row.y - from < headingReach * frame.lineHeight;
    const isActRow = isAct(act, isInHeading);
    if (isActRow) acts.push(act);
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
