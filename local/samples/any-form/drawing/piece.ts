import type { ArabicStyle, PagePen, TextStyle } from '../../drawing/page-pen.ts';

/** Something that stands on a base line and can be put anywhere: a label, a value, both with their frame. */
export interface Piece {
  readonly width: number;
  /** Height above the base line. */
  readonly above: number;
  readonly below: number;
  draw(left: number, baseline: number): void;
}

export type Direction = 'ltr' | 'rtl';

const ABOVE = 0.78;
const BELOW = 0.26;

export function latinPiece(pen: PagePen, text: string, style: TextStyle): Piece {
  return {
    width: pen.measure(text, style.font, style.size, style.weight ?? 400),
    above: style.size * ABOVE,
    below: style.size * BELOW,
    draw: (left, baseline) => {
      pen.text(left, baseline, text, style);
    },
  };
}

export function arabicPiece(pen: PagePen, text: string, style: ArabicStyle): Piece {
  const { font = 'noto-naskh-arabic', size, weight = 400 } = style;
  const width = pen.measure(text, font, size, weight);
  return {
    width,
    above: size * 0.85,
    below: size * 0.36,
    draw: (left, baseline) => {
      pen.arabicWords(left + width, baseline, text, style);
    },
  };
}

export function gap(width: number): Piece {
  return { width, above: 0, below: 0, draw: () => undefined };
}

/** Pieces on one base line, in the direction of the script. */
export function beside(pieces: readonly Piece[], space: number, direction: Direction = 'ltr'): Piece {
  const shown = direction === 'ltr' ? pieces : pieces.toReversed();
  const width = shown.reduce((sum, piece) => sum + piece.width, 0) + space * Math.max(0, shown.length - 1);
  return {
    width,
    above: Math.max(0, ...shown.map((piece) => piece.above)),
    below: Math.max(0, ...shown.map((piece) => piece.below)),
    draw: (left, baseline) => {
      let x = left;
      for (const piece of shown) {
        piece.draw(x, baseline);
        x += piece.width + space;
      }
    },
  };
}

/** Pieces below each other; the base line is that of the last one. */
export function stacked(
  pieces: readonly Piece[],
  space: number,
  align: 'left' | 'right' | 'centre' = 'left',
): Piece {
  const last = pieces.at(-1);
  if (last === undefined) return gap(0);
  const width = Math.max(...pieces.map((piece) => piece.width));
  const heightOf = (piece: Piece): number => piece.above + piece.below;
  const above = pieces.slice(0, -1).reduce((sum, piece) => sum + heightOf(piece) + space, 0) + last.above;
  return {
    width,
    above,
    below: last.below,
    draw: (left, baseline) => {
      let top = baseline - above;
      for (const piece of pieces) {
        const slack = width - piece.width;
        const shift = align === 'left' ? 0 : align === 'right' ? slack : slack / 2;
        piece.draw(left + shift, top + piece.above);
        top += heightOf(piece) + space;
      }
    },
  };
}

/** A piece at one edge of a wider place. */
export function widened(piece: Piece, width: number, align: 'left' | 'right' | 'centre'): Piece {
  const slack = Math.max(0, width - piece.width);
  const shift = align === 'left' ? 0 : align === 'right' ? slack : slack / 2;
  return {
    ...piece,
    width: Math.max(width, piece.width),
    draw: (left, baseline) => piece.draw(left + shift, baseline),
  };
}
