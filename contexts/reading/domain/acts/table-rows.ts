import type { PageFrame } from '../page-frame.ts';
import { labelShape } from '../text-folding.ts';
import { leastWholeAmount, numberColumns, type NumberColumn } from './act-columns.ts';
import { letterOfRow } from './column-roles.ts';
import { extentOf, isUnder, type Extent } from './extents.ts';
import type { AtomRow, RowAtom } from './row-atoms.ts';

/** A row that sums up others is none of them. */
function isTotalRow(row: AtomRow): boolean {
  // The shape of a label has `i` for `l`.
  return row.atoms.some(
    (atom) =>
      atom.kind === 'text' && atom.words.some((word) => /^s?(?:ous)?tot(?:ai|$)/.test(labelShape(word.text))),
  );
}

function hasSplitAmount(row: AtomRow): boolean {
  return row.atoms.some((atom, index) => {
    const next = row.atoms[index + 1];
    return atom.kind === 'number' && next?.kind === 'number' && /^\d{2}$/.test(next.text);
  });
}

/** A line that says what it is by itself: a letter that tariffs know, and money. */
function isStrong(row: AtomRow): boolean {
  const letter = row.atoms.find((atom) => atom.kind === 'letter' && atom.parsed.doubts.length === 0);
  if (letter === undefined || isTotalRow(row)) return false;
  const amounts = row.atoms.filter((atom) => atom.kind === 'amount' && !isDayAndMonth(atom));
  if (row.atoms.some((atom) => atom.kind === 'date'))
    return (
      amounts.length > 0 ||
      row.atoms.some((atom) => atom.kind === 'number' && atom.parsed.value >= leastWholeAmount)
    );
  return amounts.length > 0 && [letter, ...amounts].every(isClear);
}

/** `03.11` begins with a zero, as days do and money does not: what is left of a date. */
function isDayAndMonth({ words }: RowAtom): boolean {
  return /^0[1-9][.,](?:0[1-9]|1[0-2])$/.test(words.map(({ text }) => text).join(''));
}

/** Below it a word may be what OCR made of another script or of a stamp. */
const clearPercent = 60;

function isClear({ words }: RowAtom): boolean {
  return words.every((word) => word.confidencePercent >= clearPercent);
}

/**
 * A line of which the letter was not read: a day, an amount, and a number or an INPE beside them. Looked for only where no
 * line has its letter.
 */
function isLetterless(row: AtomRow): boolean {
  const has = (...kinds: readonly RowAtom['kind'][]): boolean =>
    row.atoms.some(({ kind }) => kinds.includes(kind));
  return has('date') && has('amount') && has('number', 'nine-digits', 'letter') && !isTotalRow(row);
}

/** Where the rows that are sure have their dates, letters and amounts. */
interface TableShape {
  readonly date: Extent | undefined;
  readonly letter: Extent | undefined;
  readonly money: readonly NumberColumn[];
  readonly pitch: number;
}

function shapeOf(rows: readonly AtomRow[], columns: readonly NumberColumn[], frame: PageFrame): TableShape {
  const gaps = rows.slice(1).map((row, index) => row.y - (rows[index]?.y ?? row.y));
  return {
    date: extentOf(rows.flatMap((row) => row.atoms.filter((atom) => atom.kind === 'date'))),
    letter: extentOf(rows.flatMap((row) => letterOfRow(row) ?? [])),
    money: columns.filter((column) => column.atoms.some((atom) => atom?.kind === 'amount')),
    pitch: Math.max(3 * frame.lineHeight, Math.min(...gaps, 5 * frame.lineHeight)),
  };
}

/**
 * A line of the table in which something could not be read: two of date, letter and amount stand in it, each under those of
 * the other lines.
 */
function isAligned(row: AtomRow, shape: TableShape, frame: PageFrame): boolean {
  if (isTotalRow(row)) return false;
  const slack = 1.5 * frame.characterWidth;
  const has = (kind: RowAtom['kind'], column: Extent | undefined): boolean =>
    row.atoms.some((atom) => atom.kind === kind && isUnder(atom, column, slack));
  const signs = [
    has('date', shape.date),
    has('letter', shape.letter),
    shape.money.some((column) => has('amount', column)) || (shape.money.length === 0 && hasSplitAmount(row)),
  ];
  return signs.filter(Boolean).length >= 2;
}

/** Rows of a table follow each other within so many line heights, or as far apart as its sure rows, with some room. */
const widestPitch = 3.2;
const roomOfPitch = 1.2;

/**
 * Lines right below or above the table, or between its lines, that have a day where the others have theirs and nothing else that
 * could be read: acts all the same. To pass one over would be to pay for less, or to take what is left for the whole.
 */
function withDatedNeighbours(
  rows: readonly AtomRow[],
  own: ReadonlySet<AtomRow>,
  { date, pitch }: TableShape,
  frame: PageFrame,
): ReadonlySet<AtomRow> {
  const slack = 1.5 * frame.characterWidth;
  const reach = Math.max(widestPitch * frame.lineHeight, roomOfPitch * pitch);
  const isDated = (row: AtomRow): boolean =>
    !isTotalRow(row) &&
    row.atoms.some((atom) => atom.kind === 'date' && isUnder(atom, date, slack)) &&
    row.atoms.some((atom) => atom.kind !== 'date' && /\d/.test(atom.words.map((word) => word.text).join('')));
  const runs: AtomRow[][] = [];
  for (const row of rows.filter((one) => own.has(one) || isDated(one)).toSorted((a, b) => a.y - b.y)) {
    const run = runs.at(-1);
    const above = run?.at(-1);
    if (run === undefined || above === undefined || row.y - above.y > reach) runs.push([row]);
    else run.push(row);
  }
  return new Set(runs.filter((run) => run.some((row) => own.has(row))).flat());
}

/** The rows that are sure, and those between and right below or above them that stand in their columns. */
function rowsOfTable(
  rows: readonly AtomRow[],
  strong: readonly AtomRow[],
  frame: PageFrame,
): readonly AtomRow[] {
  const shape = shapeOf(strong, numberColumns(strong, frame.characterWidth), frame);
  const isSure = new Set(strong);
  const near = (row: AtomRow): boolean => strong.some((one) => Math.abs(one.y - row.y) <= 1.5 * shape.pitch);
  const aligned = new Set(
    rows.filter((row) => isSure.has(row) || (near(row) && isAligned(row, shape, frame))),
  );
  const all = withDatedNeighbours(rows, aligned, shape, frame);
  return rows.filter((row) => all.has(row));
}

/** The rows of a page that are acts. */
export interface TableRows {
  readonly rows: readonly AtomRow[];
  /** Those that say so by themselves. */
  readonly strong: readonly AtomRow[];
  /** Those have a letter that tariffs know; else days and amounts are all that was found. */
  readonly hasLetters: boolean;
}

/** Finds the rows of a page that are acts; undefined where none says so by itself. */
export function findTableRows(rows: readonly AtomRow[], frame: PageFrame): TableRows | undefined {
  const lettered = rows.filter(isStrong);
  const hasLetters = lettered.length > 0;
  const strong = hasLetters ? lettered : rows.filter(isLetterless);
  return strong.length === 0 ? undefined : { rows: rowsOfTable(rows, strong, frame), strong, hasLetters };
}
