import { drawCheckBox } from '../../drawing/marks.ts';
import { PAGE_WIDTH } from '../../drawing/page-pen.ts';
import type { FormContent } from '../content/form-content.ts';
import { arabicLabel, frenchLabel, label, type FormBrush } from './form-brush.ts';
import { itemPiece } from './item-piece.ts';
import { beside, latinPiece, type Piece } from './piece.ts';

/** Draws fund, title and number of a form; returns the y below them. */
export function drawHead(brush: FormBrush, content: FormContent, isFirst: boolean): number {
  const { design, pen, scale, random } = brush;
  const { margin, language, accent, fonts } = design;
  const right = PAGE_WIDTH - margin;
  let y = 34 + random.next() * 14;
  const isRtl = design.direction === 'rtl';
  const small = { size: 11 * scale, color: accent };
  const large = { size: random.whole(15, 21) * scale, isBold: true, color: accent };
  if (language !== 'ar') {
    const fund = frenchLabel(brush, 'fund', { ...small, isBold: random.next() < 0.5 });
    fund.draw(isRtl && language === 'fr' ? right - fund.width : margin, y + 6);
  }
  if (language !== 'fr') {
    const fund = arabicLabel(brush, 'fund', small);
    fund.draw(right - fund.width, y + 6);
  }
  y += 16;
  if (random.next() < 0.5) {
    pen.line(margin, y, right, y, 1 + random.next() * 2, [], accent);
    y += 4;
  }
  const titles: Piece[] = [];
  if (language !== 'ar') titles.push(frenchLabel(brush, 'title', large));
  if (language !== 'fr') titles.push(arabicLabel(brush, 'title', large));
  if (isRtl) titles.reverse();
  const place = random.pick(['centre', 'centre', 'start', 'box'] as const);
  for (const title of titles) {
    y += title.above + 6;
    const left = place === 'start' ? (isRtl ? right - title.width : margin) : (PAGE_WIDTH - title.width) / 2;
    if (place === 'box')
      pen.rectangle(left - 14, y - title.above - 4, title.width + 28, title.above + title.below + 8, {
        stroke: 1,
        color: accent,
      });
    title.draw(left, y);
    y += title.below + (place === 'box' ? 5 : 1);
  }
  y += 6;
  const line: Piece[] = [];
  if (content.dossier !== undefined) line.push(itemPiece(brush, content.dossier));
  if (design.has.purpose && isFirst) line.push(purposePiece(brush));
  if (!isFirst) line.push(latinPiece(pen, '2 / 2', { font: fonts.label, size: 10 * scale }));
  if (line.length > 0) {
    const piece = beside(line, 34, design.direction);
    y += piece.above + 2;
    piece.draw(isRtl ? margin : right - piece.width, y);
    y += piece.below + 4;
  }
  return y + 4;
}

function purposePiece(brush: FormBrush): Piece {
  const { design, pen, scale } = brush;
  const look = { size: design.fonts.labelSize * scale };
  const option = (name: 'execution' | 'priorApproval', value: string, isTicked: boolean): Piece => {
    const box: Piece = {
      width: 12,
      above: 11,
      below: 1,
      draw: (left, baseline) =>
        drawCheckBox(pen, left, baseline - 11, `objet.${value}`, isTicked, design.tick, design.ink),
    };
    return beside([box, label(brush, name, look)], 6, design.direction);
  };
  return beside(
    [option('priorApproval', 'entente_prealable', false), option('execution', 'execution', true)],
    16,
    design.direction,
  );
}
