import type { Centimes } from '../../../../contexts/shared/money.ts';
import { splitAmount } from '../content/print-styles.ts';
import type { Ruling } from '../design/table-design.ts';
import type { LabelName } from '../wordings/label-wordings.ts';
import { arabicLabel, frenchLabel, label, type FormBrush } from './form-brush.ts';
import { beside, latinPiece, stacked, type Piece } from './piece.ts';
import { barePiece } from './value-piece.ts';

/** Head of a column, on two lines where the form has two languages. */
export function headerPiece(
  brush: FormBrush,
  name: LabelName,
  ruling: Ruling,
  hasCentimesColumn: boolean,
): Piece {
  const { design, pen, scale } = brush;
  const look = {
    size: design.fonts.labelSize * 0.92 * scale,
    isBold: true,
    color: design.sectionTitle === 'dark-bar' && ruling === 'full' ? '#1c1c1c' : design.accent,
  };
  const own =
    design.language === 'both'
      ? stacked(
          design.direction === 'rtl'
            ? [arabicLabel(brush, name, look), frenchLabel(brush, name, look)]
            : [frenchLabel(brush, name, look), arabicLabel(brush, name, look)],
          1,
          'centre',
        )
      : label(brush, name, look);
  if (!hasCentimesColumn || design.language === 'ar') return own;
  const parts = latinPiece(pen, 'dirhams | centimes', {
    font: design.fonts.label,
    size: look.size * 0.85,
    color: look.color,
  });
  return stacked([own, parts], 1, 'centre');
}

/** An amount in two columns, dirhams and centimes, with the rule between them. */
export function splitAmountPiece(brush: FormBrush, amountCentimes: Centimes, field: string): Piece {
  const { pen, design } = brush;
  const { dirhams, centimes } = splitAmount(amountCentimes, design.amount.thousands);
  const bar: Piece = {
    width: 1,
    above: 9,
    below: 3,
    draw: (left, baseline) => pen.line(left, baseline - 11, left, baseline + 4, 0.8, [], design.accent),
  };
  return beside([barePiece(brush, dirhams, field), bar, barePiece(brush, centimes, field)], 9);
}
