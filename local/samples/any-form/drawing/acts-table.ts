import type { ClaimOnForm } from '../claim/any-claim.ts';
import type { AnyAct } from '../claim/any-acts.ts';
import { inpeInRow } from '../content/form-content.ts';
import { printAmount, printDate } from '../content/print-styles.ts';
import type { ColumnName } from '../design/table-design.ts';
import type { LabelName } from '../wordings/label-wordings.ts';
import { valueStyle, type FormBrush } from './form-brush.ts';
import { latinPiece, type Piece } from './piece.ts';
import { drawTable, fittingColumns, tableColumn, type TableColumn } from './table-grid.ts';
import { headerPiece, splitAmountPiece } from './table-header.ts';
import { drawTotal, type TotalLine } from './total-line.ts';
import { barePiece, cellsPiece } from './value-piece.ts';

const LABELS: Readonly<Record<ColumnName, LabelName>> = {
  number: 'columnNumber',
  date: 'columnDate',
  letter: 'columnLetter',
  coefficient: 'columnCoefficient',
  cotation: 'columnCotation',
  quantity: 'columnQuantity',
  unitPrice: 'columnUnitPrice',
  amount: 'columnAmount',
  description: 'columnDescription',
  disease: 'columnDisease',
  inpe: 'columnInpe',
  stamp: 'columnStamp',
};
const MONEY: ReadonlySet<ColumnName> = new Set<ColumnName>(['amount', 'unitPrice']);

export interface TableRows {
  readonly acts: readonly AnyAct[];
  /** Number of the first of them on the form. */
  readonly firstIndex: number;
  /** Absent where the table goes on, or has none. */
  readonly total: TotalLine | undefined;
}

/** Draws the table of acts and its total from `top` down; returns the y below. */
export function drawActsTable(
  brush: FormBrush,
  claim: ClaimOnForm,
  rows: TableRows,
  left: number,
  top: number,
  width: number,
): number {
  const { table } = brush.design;
  const columns = fittingColumns(brush, width, (smaller) =>
    table.columns.map((name) => columnOf(smaller, name, claim, rows)),
  );
  const hasTotalRow = table.total === 'row' && rows.total !== undefined;
  const drawn = drawTable(brush, table, columns, { left, top, width, hasTotalRow });
  if (rows.total === undefined) return drawn.bottom + 6;
  const amountAt = table.columns.indexOf('amount');
  return drawTotal(brush, rows.total, {
    look: table,
    place: table.total,
    hasCentimesColumn: table.hasCentimesColumn,
    left,
    width,
    ...drawn,
    amountLeft: drawn.starts[amountAt] ?? left,
    amountWidth: drawn.widths[amountAt] ?? 0,
  });
}

function columnOf(brush: FormBrush, name: ColumnName, claim: ClaimOnForm, rows: TableRows): TableColumn {
  const { ruling, hasCentimesColumn } = brush.design.table;
  const header = headerPiece(brush, LABELS[name], ruling, name === 'amount' && hasCentimesColumn);
  const cells = rows.acts.map((act, index) => cellOf(brush, name, claim, act, rows.firstIndex + index));
  return tableColumn(header, cells, MONEY.has(name));
}

function cellOf(
  brush: FormBrush,
  name: ColumnName,
  claim: ClaimOnForm,
  act: AnyAct,
  index: number,
): Piece | undefined {
  const { design, pen } = brush;
  const { table, amount } = design;
  const field = (part: string): string => `actes.${index}.${part}`;
  const plain = (text: string, part?: string): Piece =>
    barePiece(brush, text, part === undefined ? undefined : field(part));
  const isCounted = table.columns.includes('quantity');
  const coefficient = (isCounted ? act.coefficient : act.coefficient * act.quantity).toString();
  const isOneLeftOut = coefficient === '1' && !table.isOneWritten;
  switch (name) {
    case 'number':
      return plain((index + 1).toString());
    case 'date':
      return table.hasDateCells
        ? cellsPiece(brush, printDate(act.day, 'solid'), field('date'), 8)
        : plain(printDate(act.day, design.date), 'date');
    case 'letter':
      return plain(act.letter, 'code');
    case 'coefficient':
      return isOneLeftOut ? undefined : plain(coefficient, 'coefficient');
    case 'cotation':
      return plain(isOneLeftOut ? act.letter : act.letter + table.cotationJoint + coefficient, 'cotation');
    case 'quantity':
      return plain(act.quantity.toString(), 'quantite');
    case 'unitPrice':
      return plain(printAmount(act.billedCentimes / act.quantity, amount));
    case 'amount':
      return table.hasCentimesColumn
        ? splitAmountPiece(brush, act.billedCentimes, field('montant'))
        : plain(printAmount(act.billedCentimes, amount), 'montant');
    case 'description':
      return latinPiece(pen, act.description, {
        ...valueStyle(brush, undefined),
        size: valueStyle(brush, undefined).size * 0.94,
      });
    case 'disease':
      return plain(['J06', 'I10', 'E11', 'M54', 'K29', 'H52'][claim.number % 6] ?? 'J06');
    case 'inpe': {
      const { inpe } = inpeInRow(act, claim, design);
      return inpe === undefined ? undefined : plain(inpe, 'inpe');
    }
    case 'stamp':
      return undefined;
  }
}
