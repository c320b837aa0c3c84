import type { LabelName } from '../wordings/label-wordings.ts';
import { arabicLabel, frenchLabel, type FormBrush, type LabelLook } from './form-brush.ts';
import { beside, latinPiece, type Piece } from './piece.ts';

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const;

/** Draws the title of a part; returns the y below it. */
export function drawSectionTitle(
  brush: FormBrush,
  name: LabelName,
  number: number,
  left: number,
  top: number,
  width: number,
): number {
  const { design, pen, scale } = brush;
  if (design.sectionTitle === 'none') return top;
  const isDark = design.sectionTitle === 'dark-bar';
  const look: LabelLook = {
    size: (design.fonts.labelSize + 1) * scale,
    isBold: true,
    color: isDark ? '#ffffff' : design.accent,
  };
  const height = 20 * scale;
  const baseline = top + height * 0.72;
  const isBar = isDark || design.sectionTitle === 'bar';
  if (isBar) pen.rectangle(left, top, width, height, { fill: isDark ? design.accent : '#e0e0dd' });
  const numbered = (piece: Piece): Piece => {
    const text = numberText(design.numbering, number);
    if (text === '') return piece;
    const mark = latinPiece(pen, text, {
      font: design.fonts.label,
      size: look.size,
      weight: 700,
      ...(look.color === undefined ? {} : { color: look.color }),
    });
    return beside([mark, piece], 4, design.direction);
  };
  const padding = isBar ? 8 : 1;
  const french = (): Piece => frenchLabel(brush, name, look);
  const arabic = (): Piece => arabicLabel(brush, name, look);
  const isRtl = design.direction === 'rtl';
  const own = numbered(
    design.language === 'ar' || (design.language === 'both' && isRtl) ? arabic() : french(),
  );
  own.draw(isRtl ? left + width - padding - own.width : left + padding, baseline);
  if (design.language === 'both') {
    const other = isRtl ? french() : arabic();
    if (own.width + other.width + 2 * padding + 10 < width)
      other.draw(isRtl ? left + padding : left + width - padding - other.width, baseline);
  }
  if (design.sectionTitle === 'rule')
    pen.line(left, top + height, left + width, top + height, 1.2, [], design.accent);
  return top + height;
}

function numberText(numbering: FormBrush['design']['numbering'], number: number): string {
  switch (numbering) {
    case '':
      return '';
    case 'A. ':
      return `${String.fromCharCode(65 + number)}.`;
    case '1. ':
      return `${number + 1}.`;
    case 'I - ':
      return `${ROMAN[number] ?? 'I'} -`;
  }
}
