import type { FormItem } from '../content/form-item.ts';
import type { FormBrush } from './form-brush.ts';
import { itemPiece } from './item-piece.ts';
import { label } from './form-brush.ts';
import type { Piece } from './piece.ts';

interface Placed {
  readonly piece: Piece;
  /** From the start of the line: the right one where the form is written from right to left. */
  readonly start: number;
  /** The part of the line that is its own. */
  readonly width: number;
}

type Line = readonly Placed[];

/** Places the items of a part from `top` down and draws them; returns the y below the last line. */
export function drawItems(
  brush: FormBrush,
  items: readonly FormItem[],
  left: number,
  top: number,
  width: number,
): number {
  const { design, scale, pen } = brush;
  const lines = linesOf(brush, items, width);
  const isGrid = design.valueFrame === 'grid';
  const padding = isGrid ? 3 : 0;
  const space = isGrid ? 2 : design.lineGap * scale;
  let y = top;
  for (const line of lines) {
    const above = Math.max(...line.map(({ piece }) => piece.above));
    const below = Math.max(...line.map(({ piece }) => piece.below));
    const height = above + below + 2 * padding;
    for (const { piece, start, width: own } of line) {
      const at = design.direction === 'rtl' ? left + width - start - piece.width : left + start;
      // Values of a line stand on one base line; labels above them too, since pieces share it.
      piece.draw(at, y + padding + above);
      if (!isGrid) continue;
      const frameLeft = design.direction === 'rtl' ? left + width - start - own + 4 : left + start - 4;
      pen.rectangle(frameLeft, y, own, height, { stroke: 0.7, color: design.accent });
    }
    y += height + space;
  }
  return y;
}

function linesOf(brush: FormBrush, items: readonly FormItem[], width: number): readonly Line[] {
  const { packing } = brush.design;
  if (packing === 'flow') return flowLines(brush, items, width);
  if (packing === 'grid-2' || packing === 'grid-3')
    return gridLines(brush, items, width, packing === 'grid-2' ? 2 : 3);
  const labelWidth = packing === 'tabs' ? widestLabel(brush, items) : undefined;
  return items.map((item) => [{ piece: fittingItem(brush, item, width, labelWidth), start: 0, width }]);
}

/** An item that fills its place; in smaller print where it would be wider. */
function fittingItem(brush: FormBrush, item: FormItem, width: number, labelWidth?: number): Piece {
  // A line of cells or ticks has its own width.
  const place = item.kind === 'text' ? width : undefined;
  let piece = itemPiece(brush, item, place, labelWidth);
  let { scale } = brush;
  for (let attempt = 0; piece.width > width && attempt < 4; attempt += 1) {
    scale *= Math.max(0.7, (width / piece.width) * 0.98);
    piece = itemPiece({ ...brush, scale }, item, place, attempt > 0 ? undefined : labelWidth);
  }
  return piece;
}

function widestLabel(brush: FormBrush, items: readonly FormItem[]): number {
  const { design, scale } = brush;
  const look = {
    size: design.fonts.labelSize * scale,
    isBold: design.fonts.isLabelBold,
    colon: design.colon,
  };
  return Math.max(0, ...items.map((item) => label(brush, item.label, look).width)) + 2;
}

function flowLines(brush: FormBrush, items: readonly FormItem[], width: number): readonly Line[] {
  const space = 14 + brush.design.lineGap;
  const lines: Placed[][] = [];
  let at = 0;
  for (const item of items) {
    let piece = itemPiece(brush, item);
    if (piece.width > width) piece = fittingItem(brush, item, width);
    const line = lines.at(-1);
    if (line === undefined || at + piece.width > width) {
      lines.push([{ piece, start: 0, width: piece.width + 8 }]);
      at = piece.width + space;
    } else {
      line.push({ piece, start: at, width: piece.width + 8 });
      at += piece.width + space;
    }
  }
  return lines;
}

function gridLines(
  brush: FormBrush,
  items: readonly FormItem[],
  width: number,
  columns: number,
): readonly Line[] {
  const cell = width / columns;
  const inset = brush.design.valueFrame === 'grid' ? 8 : 14;
  const lines: { item: FormItem; span: number; start: number }[][] = [];
  let free = 0;
  for (const item of items) {
    const natural = itemPiece(brush, item).width;
    const span = Math.min(columns, Math.max(1, Math.ceil((natural + inset) / cell)));
    if (span > free) {
      lines.push([]);
      free = columns;
    }
    lines.at(-1)?.push({ item, span, start: columns - free });
    free -= span;
  }
  return lines.map((line) =>
    line.map(({ item, span, start }, index) => {
      // The last one of a line has what is left of it.
      const own = (index === line.length - 1 ? columns - start : span) * cell;
      return { piece: fittingItem(brush, item, own - inset), start: start * cell, width: own };
    }),
  );
}
