import type { Centimes } from '../../../../contexts/shared/money.ts';
import { printAmount, splitAmount } from '../content/print-styles.ts';
import type { TableDesign } from '../design/table-design.ts';
import type { LabelName } from '../wordings/label-wordings.ts';
import { arabicLabel, frenchLabel, label, valueStyle, type FormBrush } from './form-brush.ts';
import { beside, latinPiece, type Piece } from './piece.ts';
import { cellShift, type DrawnTable, type TableLook } from './table-grid.ts';

/** A sum with its label. */
export interface TotalLine {
  readonly label: LabelName;
  /** Name of the field in the truth. */
  readonly field: string;
  readonly centimes: Centimes;
}

export interface TotalPlace extends DrawnTable {
  readonly look: TableLook;
  readonly place: TableDesign['total'];
  readonly hasCentimesColumn: boolean;
  readonly left: number;
  readonly width: number;
  /** Of the column of amounts. */
  readonly amountLeft: number;
  readonly amountWidth: number;
}

/** Draws the sum of a table in its last row or below it; returns the y below. */
export function drawTotal(brush: FormBrush, total: TotalLine, place: TotalPlace): number {
  const { design, scale } = brush;
  const { fonts, direction } = design;
  if (place.place !== 'row') return drawTotalBelow(brush, total, { ...place, place: place.place });
  const isRtl = direction === 'rtl';
  const look = { size: fonts.labelSize * scale, isBold: true, color: design.accent, colon: design.colon };
  const own = design.unlabelled.has(total.label)
    ? undefined
    : design.language === 'both'
      ? isRtl
        ? arabicLabel(brush, total.label, look)
        : frenchLabel(brush, total.label, look)
      : label(brush, total.label, look);
  const value = totalPiece(brush, total, place.hasCentimesColumn);
  const baseline = place.bodyBottom + place.rowHeight / 2 + value.above / 2 - 1;
  const valueLeft = place.amountLeft + cellShift(brush, place.look, true, value.width, place.amountWidth);
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

interface PlaceBelow {
  readonly place: 'below' | 'box' | 'start';
  readonly left: number;
  readonly width: number;
  /** Of what it stands below. */
  readonly bottom: number;
  readonly hasCentimesColumn: boolean;
}

/** Draws a sum on a line of its own; returns the y below. */
export function drawTotalBelow(
  brush: FormBrush,
  total: TotalLine,
  { place, left, width, bottom, hasCentimesColumn }: PlaceBelow,
): number {
  const { design, pen, scale } = brush;
  const isRtl = design.direction === 'rtl';
  const look = {
    size: design.fonts.labelSize * scale,
    isBold: true,
    color: design.accent,
    colon: design.colon,
  };
  const own = design.unlabelled.has(total.label) ? undefined : label(brush, total.label, look);
  const value = totalPiece(brush, total, hasCentimesColumn);
  const lineHeight = Math.max(value.above + value.below, own === undefined ? 0 : own.above + own.below) + 8;
  const piece = own === undefined ? value : beside([own, value], 9, design.direction);
  const isLeft = place === 'start' ? !isRtl : isRtl;
  const inset = place === 'box' ? 12 : 6;
  const pieceLeft = isLeft ? left + inset : left + width - inset - piece.width;
  const top = bottom + 5;
  if (place === 'box')
    pen.rectangle(pieceLeft - 8, top, piece.width + 16, lineHeight + 2, {
      stroke: 1.1,
      color: design.accent,
    });
  piece.draw(pieceLeft, top + (lineHeight - piece.above - piece.below) / 2 + piece.above);
  return top + lineHeight + 8;
}

function totalPiece(brush: FormBrush, { field, centimes }: TotalLine, hasCentimesColumn: boolean): Piece {
  const { design, pen } = brush;
  const bold = { ...valueStyle(brush, field), weight: 700 as const };
  if (!hasCentimesColumn) return latinPiece(pen, printAmount(centimes, design.amount), bold);
  const parts = splitAmount(centimes, design.amount.thousands);
  return beside([latinPiece(pen, parts.dirhams, bold), latinPiece(pen, parts.centimes, bold)], 18);
}
