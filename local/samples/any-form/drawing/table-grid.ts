import type { TableDesign } from '../design/table-design.ts';
import type { FormBrush } from './form-brush.ts';
import type { Piece } from './piece.ts';

/** How a table looks, whatever its columns say. */
export type TableLook = Pick<
  TableDesign,
  'hasHeader' | 'ruling' | 'rowHeight' | 'emptyRows' | 'alignment' | 'hasDateCells'
>;

export interface TableColumn {
  readonly header: Piece;
  readonly cells: readonly (Piece | undefined)[];
  /** Amounts may stand at the right of their cells. */
  readonly isMoney: boolean;
  /** Width that it needs. */
  readonly natural: number;
}

export interface DrawnTable {
  /** Left edges and widths of the columns. */
  readonly starts: readonly number[];
  readonly widths: readonly number[];
  readonly rowHeight: number;
  readonly bodyBottom: number;
  /** Below the row of the total, where there is one. */
  readonly bottom: number;
}

const CELL_PADDING = 7;

export function tableColumn(
  header: Piece,
  cells: readonly (Piece | undefined)[],
  isMoney: boolean,
): TableColumn {
  const widest = Math.max(header.width, ...cells.map((cell) => cell?.width ?? 0));
  return { header, cells, isMoney, natural: widest + 2 * CELL_PADDING };
}

/** Columns in a print that is small enough for `width`. */
export function fittingColumns<Column extends TableColumn>(
  brush: FormBrush,
  width: number,
  columnsOf: (smaller: FormBrush) => readonly Column[],
): readonly Column[] {
  for (let scale = brush.scale; ; scale -= 0.06) {
    const columns = columnsOf({ ...brush, scale });
    const needed = columns.reduce((sum, column) => sum + column.natural, 0);
    if (needed <= width || scale < 0.55) return columns;
  }
}

/** Draws header, rows and ruling from `top` down. */
export function drawTable(
  brush: FormBrush,
  look: TableLook,
  columns: readonly TableColumn[],
  place: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly hasTotalRow: boolean;
  },
): DrawnTable {
  const { design, scale } = brush;
  const { left, top, width } = place;
  const total = columns.reduce((sum, column) => sum + column.natural, 0);
  const spare = Math.max(0, width - total) / columns.length;
  const widths = columns.map((column) => column.natural + spare);
  const rowHeight = Math.max(look.rowHeight * scale, look.hasDateCells ? 25 * scale : 0);
  const headerHeight = look.hasHeader
    ? Math.max(...columns.map(({ header }) => header.above + header.below)) + 9
    : 0;
  const rowCount = Math.max(0, ...columns.map(({ cells }) => cells.length)) + look.emptyRows;
  const bodyBottom = top + headerHeight + rowCount * rowHeight;
  const bottom = bodyBottom + (place.hasTotalRow ? rowHeight : 0);
  drawRuling(brush, look, {
    left,
    top,
    width,
    widths,
    headerHeight,
    rowHeight,
    rowCount,
    bodyBottom,
    bottom,
  });
  const starts = startsOf(widths, left, width, design.direction);
  columns.forEach(({ header, cells, isMoney }, index) => {
    const start = starts[index] ?? left;
    const own = widths[index] ?? 0;
    if (look.hasHeader) {
      header.draw(
        start + cellShift(brush, look, isMoney, header.width, own),
        top + (headerHeight - header.above - header.below) / 2 + header.above,
      );
    }
    cells.forEach((cell, row) => {
      if (cell === undefined) return;
      const baseline = top + headerHeight + row * rowHeight + rowHeight / 2 + (cell.above - cell.below) / 2;
      cell.draw(
        start + cellShift(brush, look, isMoney, cell.width, own),
        baseline - brush.random.next() * 1.5,
      );
    });
  });
  return { starts, widths, rowHeight, bodyBottom, bottom };
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

/** Where in its cell, `own` wide, a piece begins. */
export function cellShift(
  { design }: FormBrush,
  { alignment }: TableLook,
  isMoney: boolean,
  width: number,
  own: number,
): number {
  const isRtl = design.direction === 'rtl';
  if (alignment === 'centre') return (own - width) / 2;
  if (alignment === 'amounts-right' && isMoney) return own - width - CELL_PADDING;
  return isRtl ? own - width - CELL_PADDING : CELL_PADDING;
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

function drawRuling({ pen, design }: FormBrush, { ruling, hasHeader }: TableLook, grid: Grid): void {
  const { left, top, width, headerHeight, rowHeight, rowCount, bodyBottom, bottom } = grid;
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
