import { drawCheckBox } from '../../drawing/marks.ts';
import type { DrawnWord } from '../../drawing/page-pen.ts';
import type { FormItem } from '../content/form-item.ts';
import type { LabelName } from '../wordings/label-wordings.ts';
import { label, valueStyle, type FormBrush } from './form-brush.ts';
import { arabicPiece, beside, latinPiece, type Piece } from './piece.ts';

const ARABIC_LETTERS = /\p{Script=Arabic}/u;
const LETTERS_OR_DIGITS = /[\p{Script=Arabic}]/u;

/** A value with nothing around it. */
export function barePiece(brush: FormBrush, text: string, field: string | undefined): Piece {
  const { pen, design } = brush;
  const style = valueStyle(brush, field);
  if (!ARABIC_LETTERS.test(text)) return latinPiece(pen, text, style);
  const pieces = text.split(' ').map((word) =>
    LETTERS_OR_DIGITS.test(word)
      ? arabicPiece(pen, word, {
          font: design.fonts.arabic,
          size: style.size * 1.05,
          color: design.ink,
          ...(field === undefined ? {} : { field }),
        })
      : latinPiece(pen, word, style),
  );
  return beside(pieces, style.size * 0.3, 'rtl');
}

/** The value of an item in the frame that the form has for it; `width` is the place that it may fill. */
export function valuePiece(brush: FormBrush, item: FormItem, width?: number): Piece {
  if (item.kind === 'ticks') return ticksPiece(brush, item);
  if (item.kind === 'cells') return cellsPiece(brush, item.text, item.field, item.cellCount);
  const { pen, design, scale } = brush;
  const bare = fitted(brush, item, width);
  const padding = design.valueFrame === 'box' ? 6 : 3;
  const least = Math.min(bare.width + 2 * padding + 22, width ?? Number.POSITIVE_INFINITY);
  const full = Math.max(bare.width + 2 * padding, width ?? least);
  const lift = brush.random.next() * 1.6;
  const isRtl = design.direction === 'rtl';
  const textLeft = isRtl ? full - padding - bare.width : padding;
  const frame = design.valueFrame;
  if (frame === 'none' || frame === 'grid')
    return { ...bare, draw: (left, baseline) => bare.draw(left, baseline - lift * 0.5) };
  const boxAbove = 15.5 * scale;
  return {
    width: full,
    above: frame === 'box' ? boxAbove + 2 : bare.above,
    below: frame === 'box' ? 7 * scale : bare.below + 2,
    draw: (left, baseline) => {
      if (frame === 'box')
        pen.rectangle(left, baseline - boxAbove, full, boxAbove + 5.5 * scale, {
          stroke: 0.8,
          color: design.accent,
        });
      else
        pen.line(
          left,
          baseline + 3.5,
          left + full,
          baseline + 3.5,
          0.8,
          frame === 'dots' ? [1.2, 1.8] : [],
          design.accent,
        );
      bare.draw(left + textLeft, baseline - lift);
    },
  };
}

/** Made smaller where it would not go in. */
function fitted(
  brush: FormBrush,
  item: Extract<FormItem, { kind: 'text' }>,
  width: number | undefined,
): Piece {
  const bare = barePiece(brush, item.text, item.field);
  if (width === undefined || bare.width <= width - 8) return bare;
  const smaller = { ...brush, scale: brush.scale * Math.max(0.72, (width - 8) / bare.width) };
  return barePiece(smaller, item.text, item.field);
}

/** One character a cell; a field is one word with its cells. */
export function cellsPiece(
  brush: FormBrush,
  text: string,
  field: string | undefined,
  cellCount: number,
): Piece {
  const { pen, design, scale } = brush;
  const { style } = design.cells;
  const cell = (text.length > 20 ? 15.5 : 17.5) * scale;
  const between = style === 'apart' ? 2.5 : 0;
  const height = 19 * scale;
  const above = 14.5 * scale;
  const characters = Array.from(text);
  const widths = characters.map((character) => (isSeparator(character) ? cell * 0.6 : cell + between));
  const empty = Math.max(0, cellCount - characters.length);
  const width = widths.reduce((sum, one) => sum + one, 0) + empty * (cell + between);
  const look = { ...valueStyle(brush, field), size: Math.min(valueStyle(brush, field).size, 13.5 * scale) };
  return {
    width,
    above: above + 1,
    below: height - above + 1,
    draw: (left, baseline) => {
      const top = baseline - above;
      const cells: { text: string; quad: DrawnWord['quad'] }[] = [];
      let x = left;
      const frameCell = (): void => {
        if (style === 'comb') {
          pen.line(x, top + height, x + cell, top + height, 0.9, [], design.accent);
          pen.line(x, top + height * 0.45, x, top + height, 0.9, [], design.accent);
          pen.line(x + cell, top + height * 0.45, x + cell, top + height, 0.9, [], design.accent);
        } else pen.rectangle(x, top, cell, height, { stroke: 0.8, color: design.accent });
      };
      for (const [index, character] of characters.entries()) {
        if (isSeparator(character)) {
          if (character !== ' ') pen.text(x + cell * 0.15, baseline, character, { ...look, field: '' });
        } else {
          frameCell();
          const wide = pen.measure(character, look.font, look.size, look.weight ?? 400);
          const at = x + (cell - wide) / 2;
          pen.context.direction = 'ltr';
          pen.context.textAlign = 'left';
          pen.context.fillStyle = design.ink;
          pen.context.fillText(character, at, baseline);
          cells.push({
            text: character,
            quad: pen.quad(at, baseline - look.size * 0.74, wide, look.size * 0.76),
          });
        }
        x += widths[index] ?? cell;
      }
      for (let more = 0; more < empty; more += 1, x += cell + between) frameCell();
      const [first] = cells;
      const last = cells.at(-1);
      if (first === undefined || last === undefined) return;
      pen.recordWord({
        text: cells.map((one) => one.text).join(''),
        field: field ?? null,
        quad: [first.quad[0], last.quad[1], last.quad[2], first.quad[3]],
        cells,
      });
    },
  };
}

const isSeparator = (character: string): boolean => character === '/' || character === ' ';

/** Boxes to tick with their words. */
function ticksPiece(brush: FormBrush, item: Extract<FormItem, { kind: 'ticks' }>): Piece {
  const { design, pen, scale } = brush;
  const size = design.fonts.labelSize * scale;
  const options = item.options.map(
    ({ name, value, isTicked }: { name: LabelName; value: string; isTicked: boolean }) => {
      const box: Piece = {
        width: 12,
        above: 11,
        below: 1,
        draw: (left, baseline) =>
          drawCheckBox(pen, left, baseline - 11, `${item.field}.${value}`, isTicked, design.tick, design.ink),
      };
      const words = label(brush, name, { size });
      return beside(item.isBoxAfter ? [words, box] : [box, words], 6, design.direction);
    },
  );
  return beside(options, 16, design.direction);
}
