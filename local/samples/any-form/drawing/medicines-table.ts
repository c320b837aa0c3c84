import { printAmount } from '../content/print-styles.ts';
import type { MedicineRow } from '../content/pharmacy-content.ts';
import type { MedicineColumnName, MedicineTableDesign } from '../design/pharmacy-design.ts';
import type { TableDesign } from '../design/table-design.ts';
import type { LabelName } from '../wordings/label-wordings.ts';
import type { FormBrush } from './form-brush.ts';
import type { Piece } from './piece.ts';
import { drawTable, fittingColumns, tableColumn, type TableLook } from './table-grid.ts';
import { headerPiece, splitAmountPiece } from './table-header.ts';
import { drawTotal, type TotalLine } from './total-line.ts';
import { barePiece } from './value-piece.ts';

const LABELS: Readonly<Record<MedicineColumnName, LabelName>> = {
  number: 'columnNumber',
  code: 'columnBoxCode',
  name: 'columnMedicine',
  quantity: 'columnBoxes',
  unitPrice: 'columnBoxPrice',
  amount: 'columnBoxesAmount',
};
const MONEY: ReadonlySet<MedicineColumnName> = new Set<MedicineColumnName>(['unitPrice', 'amount']);

export interface MedicineList {
  readonly design: MedicineTableDesign;
  readonly rows: readonly MedicineRow[];
  /** Name of its fields in the truth. */
  readonly field: string;
  /** Absent where it is printed elsewhere, or nowhere. */
  readonly total: (TotalLine & { readonly place: TableDesign['total'] }) | undefined;
}

/** Draws a list of medicines and its sum from `top` down; returns the y below. */
export function drawMedicines(
  brush: FormBrush,
  { design, rows, field, total }: MedicineList,
  left: number,
  top: number,
  width: number,
): number {
  const look: TableLook = { ...design, hasDateCells: false };
  const columns = fittingColumns(brush, width, (smaller) =>
    design.columns.map((name) => {
      const hasCentimes = name === 'amount' && design.hasCentimesColumn;
      const header = headerPiece(smaller, LABELS[name], design.ruling, hasCentimes);
      const cells = rows.map((row, index) => cellOf(smaller, name, design, row, `${field}.${index}`, index));
      return tableColumn(header, cells, MONEY.has(name));
    }),
  );
  const drawn = drawTable(brush, look, columns, { left, top, width, hasTotalRow: total?.place === 'row' });
  if (total === undefined) return drawn.bottom + 6;
  const amountAt = design.columns.indexOf('amount');
  return drawTotal(brush, total, {
    look,
    place: total.place,
    hasCentimesColumn: design.hasCentimesColumn,
    left,
    width,
    ...drawn,
    amountLeft: drawn.starts[amountAt] ?? left,
    amountWidth: drawn.widths[amountAt] ?? 0,
  });
}

function cellOf(
  brush: FormBrush,
  name: MedicineColumnName,
  { hasCentimesColumn }: MedicineTableDesign,
  row: MedicineRow,
  field: string,
  index: number,
): Piece {
  const { amount } = brush.design;
  const sum = row.quantity * row.boxCentimes;
  switch (name) {
    case 'number':
      return barePiece(brush, (index + 1).toString(), undefined);
    case 'code':
      return barePiece(brush, row.code, `${field}.code`);
    case 'name':
      return barePiece(brush, row.name, `${field}.nom`);
    case 'quantity':
      return barePiece(brush, row.quantity.toString(), `${field}.quantite`);
    case 'unitPrice':
      return barePiece(brush, printAmount(row.boxCentimes, amount), `${field}.prix`);
    case 'amount':
      return hasCentimesColumn
        ? splitAmountPiece(brush, sum, `${field}.montant`)
        : barePiece(brush, printAmount(sum, amount), `${field}.montant`);
  }
}
