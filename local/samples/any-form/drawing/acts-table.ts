import type { AnyClaim } from '../claim/any-claim.ts';
import type { AnyAct } from '../claim/any-acts.ts';
import { printAmount, printDate, splitAmount } from '../content/print-styles.ts';
import type { ColumnName } from '../design/form-design.ts';
import type { LabelName } from '../wordings/label-wordings.ts';
import { arabicLabel, frenchLabel, label, valueStyle, type FormBrush } from './form-brush.ts';
import { beside, latinPiece, stacked, type Piece } from './piece.ts';
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
  /** Absent where the table goes on. */
  readonly total: string | undefined;
}

interface Column {
  readonly name: ColumnName;
  readonly header: Piece;
  readonly cells: readonly (Piece | undefined)[];
  readonly natural: number;
}

/** Draws the table of acts and its total from `top` down; returns the y below. */
export function drawActsTable(
  brush: FormBrush,
  claim: AnyClaim,
  rows: TableRows,
  left: number,
  top: number,
  width: number,
): number {
  const { design, scale } = brush;
  const { table } = design;
  const columns = fittingColumns(brush, claim, rows, width);
  const total = columns.reduce((sum, column) => sum + column.natural, 0);
  const spare = Math.max(0, width - total) / columns.length;
  const widths = columns.map((column) => column.natural + spare);
  const rowHeight = Math.max(table.rowHeight * scale, table.hasDateCells ? 25 * scale : 0);
  const headerHeight = table.hasHeader
    ? Math.max(...columns.map(({ header }) => header.above + header.below)) + 9
    : 0;
  const hasTotalRow = table.total === 'row' && rows.total !== undefined;
  const rowCount = rows.acts.length + table.emptyRows;
  const bodyBottom = top + headerHeight + rowCount * rowHeight;
  const bottom = bodyBottom + (hasTotalRow ? rowHeight : 0);
  drawRuling(brush, { left, top, width, widths, headerHeight, rowHeight, rowCount, bodyBottom, bottom });
  const starts = startsOf(widths, left, width, design.direction);
  columns.forEach((column, index) => {
    const start = starts[index] ?? left;
    const own = widths[index] ?? 0;
    if (table.hasHeader) {
      const { header } = column;
      header.draw(
        start + headerShift(brush, column, own),
        top + (headerHeight - header.above - header.below) / 2 + header.above,
      );
    }
    column.cells.forEach((cell, row) => {
      if (cell === undefined) return;
      const baseline = top + headerHeight + row * rowHeight + rowHeight / 2 + (cell.above - cell.below) / 2;
      cell.draw(start + cellShift(brush, column.name, cell.width, own), baseline - brush.random.next() * 1.5);
    });
  });
  if (rows.total === undefined) return bottom + 6;
  const amountAt = columns.findIndex(({ name }) => name === 'amount');
  return drawTotal(brush, claim, rows.total, {
    left,
    width,
    bodyBottom,
    bottom,
    rowHeight,
    amountLeft: starts[amountAt] ?? left,
    amountWidth: widths[amountAt] ?? 0,
  });
}

/** Columns in a print that is small enough for the page. */
function fittingColumns(
  brush: FormBrush,
  claim: AnyClaim,
  rows: TableRows,
  width: number,
): readonly Column[] {
  for (let scale = brush.scale; ; scale -= 0.06) {
    const smaller = { ...brush, scale };
    const columns = brush.design.table.columns.map((name) => columnOf(smaller, name, claim, rows));
    const needed = columns.reduce((sum, column) => sum + column.natural, 0);
    if (needed <= width || scale < 0.55) return columns;
  }
}

function columnOf(brush: FormBrush, name: ColumnName, claim: AnyClaim, rows: TableRows): Column {
  const header = headerOf(brush, name);
  const cells = rows.acts.map((act, index) => cellOf(brush, name, claim, act, rows.firstIndex + index));
  const widest = Math.max(header.width, ...cells.map((cell) => cell?.width ?? 0));
  return { name, header, cells, natural: widest + 14 };
}

function headerOf(brush: FormBrush, name: ColumnName): Piece {
  const { design, pen, scale } = brush;
  const look = { size: design.fonts.labelSize * 0.92 * scale, isBold: true, color: headerColor(brush) };
  const text = LABELS[name];
  const isTwoLines = design.language === 'both';
  const own = isTwoLines
    ? stacked(
        design.direction === 'rtl'
          ? [arabicLabel(brush, text, look), frenchLabel(brush, text, look)]
          : [frenchLabel(brush, text, look), arabicLabel(brush, text, look)],
        1,
        'centre',
      )
    : label(brush, text, look);
  if (name !== 'amount' || !design.table.hasCentimesColumn || design.language === 'ar') return own;
  const parts = latinPiece(pen, 'dirhams | centimes', {
    font: design.fonts.label,
    size: look.size * 0.85,
    color: look.color,
  });
  return stacked([own, parts], 1, 'centre');
}

function headerColor({ design }: FormBrush): string {
  return design.sectionTitle === 'dark-bar' && design.table.ruling === 'full' ? '#1c1c1c' : design.accent;
}

function cellOf(
  brush: FormBrush,
  name: ColumnName,
  claim: AnyClaim,
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
    case 'amount': {
      if (!table.hasCentimesColumn) return plain(printAmount(act.billedCentimes, amount), 'montant');
      const { dirhams, centimes } = splitAmount(act.billedCentimes, amount.thousands);
      const bar: Piece = {
        width: 1,
        above: 9,
        below: 3,
        draw: (left, baseline) => pen.line(left, baseline - 11, left, baseline + 4, 0.8, [], design.accent),
      };
      return beside([plain(dirhams, 'montant'), bar, plain(centimes, 'montant')], 9);
    }
    case 'description':
      return latinPiece(pen, act.description, {
        ...valueStyle(brush, undefined),
        size: valueStyle(brush, undefined).size * 0.94,
      });
    case 'disease':
      return plain(['J06', 'I10', 'E11', 'M54', 'K29', 'H52'][claim.number % 6] ?? 'J06');
    case 'inpe':
      return plain(claim.provider.inpe, 'inpe');
    case 'stamp':
      return undefined;
  }
}

function startsOf(
  widths: readonly number[],
  left: number,
  width: number,
  direction: 'ltr' | 'rtl',
): readonly number[] {
  let at = 0;
  return widths.map((own) => {
    const start = direction === 'rtl' ? left + width - at - own : left + at;
    at += own;
    return start;
  });
}

function cellShift({ design }: FormBrush, name: ColumnName, width: number, own: number): number {
  const { alignment } = design.table;
  const isRtl = design.direction === 'rtl';
  if (alignment === 'centre') return (own - width) / 2;
  if (alignment === 'amounts-right' && MONEY.has(name)) return own - width - 7;
  return isRtl ? own - width - 7 : 7;
}

function headerShift(brush: FormBrush, { name, header }: Column, own: number): number {
  return cellShift(brush, name, header.width, own);
}

interface Grid {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly widths: readonly number[];
  readonly headerHeight: number;
  readonly rowHeight: number;
  readonly rowCount: number;
  readonly bodyBottom: number;
  readonly bottom: number;
}

function drawRuling({ pen, design }: FormBrush, grid: Grid): void {
  const { left, top, width, headerHeight, rowHeight, rowCount, bodyBottom, bottom } = grid;
  const { ruling, hasHeader } = design.table;
  const right = left + width;
  const line = (x1: number, y1: number, x2: number, y2: number, thick = 0.8): void =>
    pen.line(x1, y1, x2, y2, thick, ruling === 'dashes' ? [4, 2.5] : [], design.accent);
  if (hasHeader && ruling === 'full')
    pen.rectangle(left, top, width, headerHeight, { fill: 'rgba(120, 120, 120, 0.14)' });
  if (ruling === 'none') return;
  if (ruling === 'dashes') {
    line(left, top, right, top);
    line(left, top + headerHeight, right, top + headerHeight);
    line(left, bodyBottom, right, bodyBottom);
    return;
  }
  if (ruling !== 'rows') pen.rectangle(left, top, width, bottom - top, { stroke: 1, color: design.accent });
  if (hasHeader || ruling === 'rows') line(left, top + headerHeight, right, top + headerHeight, 1);
  if (ruling === 'rows') line(left, top, right, top, 1.2);
  if (ruling === 'full' || ruling === 'rows')
    for (let row = 1; row <= rowCount; row += 1)
      line(left, top + headerHeight + row * rowHeight, right, top + headerHeight + row * rowHeight);
  if (ruling === 'columns' || ruling === 'full') {
    let x = design.direction === 'rtl' ? right : left;
    for (const own of grid.widths.slice(0, -1)) {
      x += design.direction === 'rtl' ? -own : own;
      line(x, top, x, bodyBottom);
    }
  }
  if (bottom > bodyBottom) line(left, bodyBottom, right, bodyBottom, 1);
}

interface TotalPlace {
  readonly left: number;
  readonly width: number;
  readonly bodyBottom: number;
  readonly bottom: number;
  readonly rowHeight: number;
  readonly amountLeft: number;
  readonly amountWidth: number;
}

function drawTotal(brush: FormBrush, claim: AnyClaim, total: string, place: TotalPlace): number {
  const { design, pen, scale } = brush;
  const { table, fonts, direction } = design;
  const isRtl = direction === 'rtl';
  const look = { size: fonts.labelSize * scale, isBold: true, color: design.accent, colon: design.colon };
  const own = design.unlabelled.has('total')
    ? undefined
    : table.total === 'row' && design.language === 'both'
      ? isRtl
        ? arabicLabel(brush, 'total', look)
        : frenchLabel(brush, 'total', look)
      : label(brush, 'total', look);
  const value = totalPiece(brush, claim, total);
  const lineHeight = Math.max(value.above + value.below, own === undefined ? 0 : own.above + own.below) + 8;
  if (table.total === 'row') {
    const baseline = place.bodyBottom + place.rowHeight / 2 + value.above / 2 - 1;
    const valueLeft = place.amountLeft + cellShift(brush, 'amount', value.width, place.amountWidth);
    value.draw(valueLeft, baseline);
    // The label stands before the amount, or after it where there is no room before.
    const before = isRtl ? place.left + place.width - valueLeft - value.width : valueLeft - place.left;
    if (own !== undefined) {
      const isBefore = before > own.width + 14;
      const isLeft = isRtl ? !isBefore : isBefore;
      own.draw(isLeft ? valueLeft - own.width - 10 : valueLeft + value.width + 10, baseline);
    }
    return place.bottom + 6;
  }
  const piece = own === undefined ? value : beside([own, value], 9, direction);
  const isAtStart = table.total === 'start';
  const isLeft = isAtStart ? !isRtl : isRtl;
  const inset = table.total === 'box' ? 12 : 6;
  const pieceLeft = isLeft ? place.left + inset : place.left + place.width - inset - piece.width;
  const top = place.bottom + 5;
  if (table.total === 'box')
    pen.rectangle(pieceLeft - 8, top, piece.width + 16, lineHeight + 2, {
      stroke: 1.1,
      color: design.accent,
    });
  piece.draw(pieceLeft, top + (lineHeight - piece.above - piece.below) / 2 + piece.above);
  return top + lineHeight + 8;
}

function totalPiece(brush: FormBrush, claim: AnyClaim, total: string): Piece {
  const { design, pen } = brush;
  const bold = { ...valueStyle(brush, 'total'), weight: 700 as const };
  if (!design.table.hasCentimesColumn) return latinPiece(pen, total, bold);
  const { dirhams, centimes } = splitAmount(claim.totalCentimes, design.amount.thousands);
  return beside([latinPiece(pen, dirhams, bold), latinPiece(pen, centimes, bold)], 18);
}
