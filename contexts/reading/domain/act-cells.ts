import type { ActsColumn } from './acts-header.ts';
import { parseDate } from './date-parser.ts';
import { knownKeyLetters } from './key-letters.ts';
import type { ColumnName } from './label-lexicon/label-entry.ts';
import { parseMoney } from './money-parser.ts';
import type { PageFrame, PageWord } from './page-frame.ts';
import { segmentOf, segmentText, type ValueSegment } from './value-segments.ts';

/** Words of one row by the column they belong to. */
export type ActCells = ReadonlyMap<ColumnName, readonly PageWord[]>;

/** How unlike a column's values a text is: 0 fits, 6 can hardly be. */
function mismatch(column: ColumnName, text: string): number {
  const compact = text.replace(/\s/g, '').replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
  const hasDecimals = /\d[.,]\d{2}$/.test(compact);
  switch (column) {
    case 'date':
      return parseDate(text) === undefined ? 6 : 0;
    case 'unitPrice':
    case 'amount': {
      if (parseMoney(text) === undefined) return 7;
      if (parseDate(text) !== undefined) return 4;
      return hasDecimals ? 0 : 1.5;
    }
    case 'coefficient':
    case 'quantity':
      if (hasDecimals) return 3;
      return /^[\dOIl|]{1,4}([.,]\d)?$/.test(compact) ? 0 : 5;
    case 'keyLetter':
    case 'actCode': {
      if (hasDecimals || parseDate(text) !== undefined) return 6;
      const letters = /^[A-Z]*/.exec(compact.toUpperCase())?.[0] ?? '';
      if (knownKeyLetters.has(letters)) return 0;
      if (/^\d+$/.test(compact)) return column === 'actCode' && compact.length > 3 ? 0.5 : 3;
      return letters.length <= 6 ? 0.7 : 2;
    }
    case 'diagnosis':
      return /^[A-Z]\d{2}(\.?\d{1,2})?$/i.test(compact) ? 0 : 3;
    case 'rowNumber':
      return /^\d{1,2}[.)]?$/.test(compact) ? 0 : 4;
    case 'stamp':
    case 'description':
      return 1.5;
  }
}

/** Cells of a row: words that stand apart by more than a space. Ciphers of a comb are re-joined by their column. */
export function splitCells(words: readonly PageWord[], frame: PageFrame): readonly ValueSegment[] {
  const cells: PageWord[][] = [];
  for (const word of words) {
    const cell = cells.at(-1);
    const previous = cell?.at(-1);
    if (
      cell !== undefined &&
      previous !== undefined &&
      word.left - previous.right < 1.3 * frame.characterWidth
    )
      cell.push(word);
    else cells.push([word]);
  }
  return cells.map(segmentOf);
}

/** How far a cell stands from the heading of a column, in characters; 0 where they overlap. */
function distanceFrom(column: ActsColumn, cell: ValueSegment, frame: PageFrame): number {
  if (column.left === undefined || column.right === undefined) return 0;
  return Math.max(0, column.left - cell.right, cell.left - column.right) / frame.characterWidth;
}

interface Path {
  readonly cost: number;
  readonly columns: readonly number[];
}

/**
 * Puts the cells of a row into the columns, keeping their order, so that place and kind of value agree best. Values do
 * not stand right under their headings (amounts are set to the right, headings in the middle), so place alone misleads.
 */
export function placeCells(
  cells: readonly ValueSegment[],
  columns: readonly ActsColumn[],
  frame: PageFrame,
): ActCells {
  let paths: readonly Path[] = [{ cost: 0, columns: [] }];
  for (const cell of cells) {
    const text = segmentText(cell.words);
    const next: Path[] = [];
    columns.forEach((column, index) => {
      let best: Path | undefined;
      for (const path of paths) {
        const last = path.columns.at(-1) ?? -1;
        if (last > index) continue;
        // Two cells of one column are the exception: a comb, or a space that OCR saw too wide.
        const cost = path.cost + (last === index ? 1 : 0);
        if (best === undefined || cost < best.cost) best = { cost, columns: path.columns };
      }
      if (best === undefined) return;
      const cost = best.cost + mismatch(column.name, text) + 0.35 * distanceFrom(column, cell, frame);
      next.push({ cost, columns: [...best.columns, index] });
    });
    paths = next;
  }
  const best = [...paths].sort((a, b) => a.cost - b.cost).at(0);
  const placed = new Map<ColumnName, readonly PageWord[]>();
  cells.forEach((cell, index) => {
    const name = columns[best?.columns[index] ?? -1]?.name;
    if (name !== undefined) placed.set(name, [...(placed.get(name) ?? []), ...cell.words]);
  });
  return placed;
}
