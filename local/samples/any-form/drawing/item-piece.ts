import type { FormItem } from '../content/form-item.ts';
import type { LabelName } from '../wordings/label-wordings.ts';
import { arabicLabel, frenchLabel, label, type FormBrush, type LabelLook } from './form-brush.ts';
import { beside, latinPiece, stacked, widened, type Piece } from './piece.ts';
import { valuePiece } from './value-piece.ts';

/** Small print beside a value that designers add. */
const HINTS: Partial<Readonly<Record<LabelName, string>>> = {
  immatriculation: '(9 chiffres)',
  cin: '(recto-verso à joindre)',
  birthDate: '(JJ/MM/AAAA)',
  inpe: '(obligatoire, 9 chiffres)',
  rib: '(24 chiffres, joindre spécimen)',
  address: '(en majuscules)',
};

/** A value with its label where the design has it. */
export function itemPiece(brush: FormBrush, item: FormItem, width?: number, labelWidth?: number): Piece {
  const { design, scale } = brush;
  const { fonts, direction } = design;
  const place = placeOf(brush, item);
  const isLabelled = !design.unlabelled.has(item.label);
  if (!isLabelled) return hintedValue(brush, item, width);
  const size = fonts.labelSize * scale * (place === 'before' || place === 'after' ? 1 : 0.86);
  const look: LabelLook = {
    size,
    isBold: fonts.isLabelBold,
    color: design.accent,
    colon: place === 'before' ? design.colon : '',
  };
  if (place === 'above' || place === 'below') return upright(brush, item, look, place, width);
  const isFar =
    design.language === 'both' && design.arabicPlace === 'far' && width !== undefined && width > 330;
  const ownLabel = isFar
    ? direction === 'rtl'
      ? arabicLabel(brush, item.label, look)
      : frenchLabel(brush, item.label, look)
    : label(brush, item.label, look);
  const placed =
    labelWidth === undefined
      ? ownLabel
      : widened(ownLabel, labelWidth, direction === 'rtl' ? 'right' : 'left');
  const other = isFar
    ? [
        direction === 'rtl'
          ? frenchLabel(brush, item.label, { ...look, colon: '' })
          : arabicLabel(brush, item.label, { ...look, colon: '' }),
      ]
    : [];
  const between = 7;
  const rest =
    width === undefined
      ? undefined
      : width - placed.width - other.reduce((sum, piece) => sum + piece.width + between, 0) - between;
  const value = hintedValue(brush, item, rest === undefined ? undefined : Math.max(rest, 20));
  const pieces = place === 'before' ? [placed, value, ...other] : [...other, value, placed];
  return beside(pieces, between, direction);
}

/** Boxes to tick keep their words beside their label, wherever the other labels stand. */
function placeOf({ design }: FormBrush, item: FormItem): FormBrush['design']['labelPlace'] {
  if (item.kind === 'ticks' && design.labelPlace === 'after') return 'before';
  return design.labelPlace;
}

function upright(
  brush: FormBrush,
  item: FormItem,
  look: LabelLook,
  place: 'above' | 'below',
  width: number | undefined,
): Piece {
  const { design } = brush;
  const isRtl = design.direction === 'rtl';
  const value = hintedValue(brush, item, width);
  const inner = Math.max(width ?? 0, value.width);
  const isBoth = design.language === 'both' && design.arabicPlace === 'far' && width !== undefined;
  const own = isBoth ? spread(brush, item.label, look, inner) : label(brush, item.label, look);
  const align = isRtl ? 'right' : 'left';
  return stacked(place === 'above' ? [own, value] : [value, own], place === 'above' ? 4 : 3, align);
}

/** The French label at one end, the Arabic one at the other; beside each other where there is no room. */
function spread(brush: FormBrush, name: LabelName, look: LabelLook, width: number): Piece {
  const french = frenchLabel(brush, name, look);
  const arabic = arabicLabel(brush, name, look);
  const space = Math.max(8, width - french.width - arabic.width);
  return beside([french, arabic], space);
}

/** The value with the small print beside it, where there is room for both. */
function hintedValue(brush: FormBrush, item: FormItem, width?: number): Piece {
  const { design, pen, scale } = brush;
  const hint = HINTS[item.label];
  if (!design.hints || hint === undefined || design.language === 'ar') return valuePiece(brush, item, width);
  const small = latinPiece(pen, hint, {
    font: design.fonts.label,
    size: 7.5 * scale,
    color: design.accent,
  });
  const space = 5;
  if (width === undefined) return beside([valuePiece(brush, item), small], space, design.direction);
  const rest = width - small.width - space;
  const value = valuePiece(brush, item, Math.max(rest, 20));
  return value.width > rest
    ? valuePiece(brush, item, width)
    : beside([value, small], space, design.direction);
}
