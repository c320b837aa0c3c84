import type { PagePen, TextStyle } from '../../drawing/page-pen.ts';
import type { Random } from '../../random.ts';
import type { FormDesign } from '../design/form-design.ts';
import type { LabelName } from '../wordings/label-wordings.ts';
import { arabicPiece, beside, latinPiece, stacked, type Piece } from './piece.ts';

/** What a form is drawn with. */
export interface FormBrush {
  readonly pen: PagePen;
  readonly design: FormDesign;
  /** For what no hand and no printer does twice alike. */
  readonly random: Random;
  /** 1, or less where the form must be smaller to fit on its page. */
  readonly scale: number;
}

export interface LabelLook {
  readonly size: number;
  readonly isBold?: boolean;
  readonly color?: string;
  readonly colon?: string;
}

export function frenchLabel({ pen, design }: FormBrush, name: LabelName, look: LabelLook): Piece {
  const text = design.labelOf(name).fr + (look.colon ?? '');
  return latinPiece(pen, text, {
    font: design.fonts.label,
    size: look.size,
    weight: look.isBold === true ? 700 : 400,
    ...(look.color === undefined ? {} : { color: look.color }),
  });
}

export function arabicLabel({ pen, design }: FormBrush, name: LabelName, look: LabelLook): Piece {
  const { fonts } = design;
  const piece = arabicPiece(pen, design.labelOf(name).ar, {
    font: fonts.arabic,
    size: look.size * 1.08,
    weight: look.isBold === true ? 700 : 400,
    ...(look.color === undefined ? {} : { color: look.color }),
  });
  if (look.colon === undefined || look.colon === '') return piece;
  const colon = latinPiece(pen, ':', { font: fonts.label, size: look.size });
  return beside([piece, colon], 2, 'rtl');
}

/** A label in the languages of the form, on one line or two. */
export function label(brush: FormBrush, name: LabelName, look: LabelLook): Piece {
  const { language, direction, arabicPlace } = brush.design;
  if (language === 'fr') return frenchLabel(brush, name, look);
  if (language === 'ar') return arabicLabel(brush, name, look);
  const plain = { ...look, colon: '' };
  if (arabicPlace === 'stacked')
    return stacked(
      direction === 'rtl'
        ? [arabicLabel(brush, name, plain), frenchLabel(brush, name, look)]
        : [frenchLabel(brush, name, look), arabicLabel(brush, name, plain)],
      0,
      direction === 'rtl' ? 'right' : 'left',
    );
  return direction === 'rtl'
    ? beside([arabicLabel(brush, name, plain), frenchLabel(brush, name, look)], 5, 'rtl')
    : beside([frenchLabel(brush, name, plain), arabicLabel(brush, name, look)], 5);
}

/** Style of a value as a person or a machine filled it in. */
export function valueStyle({ design, scale }: FormBrush, field: string | undefined): TextStyle {
  const { fonts, ink } = design;
  return {
    font: fonts.value,
    size: fonts.valueSize * scale,
    weight: fonts.isValueBold ? 700 : 400,
    color: ink,
    ...(field === undefined ? {} : { field }),
  };
}
