import { PAGE_HEIGHT, PAGE_WIDTH } from '../../drawing/page-pen.ts';
import type { ClaimOnForm } from '../claim/any-claim.ts';
import type { FormContent } from '../content/form-content.ts';
import { printDate } from '../content/print-styles.ts';
import { daysBefore } from '../../scenarios/calendar.ts';
import { label, type FormBrush } from './form-brush.ts';
import { itemPiece } from './item-piece.ts';
import { beside, type Piece } from './piece.ts';
import type { LabelName } from '../wordings/label-wordings.ts';
import { drawRubberStamp, drawScribble } from './rubber-stamp.ts';
import { providerStamp } from './stamp-over-values.ts';

export const FOOT_HEIGHT = 150;

const NOTES = [
  'Toute fausse déclaration est passible des sanctions prévues par la loi 65-00.',
  'Imp. n° 300145782 - Dépôt légal 2019/0452',
  'Tél. 0802 00 72 00 - ICE 001524893000041',
  'Document à adresser dans les deux mois qui suivent les soins.',
] as const;

/** Draws place and day, signatures, stamps and the small print; returns the y below. */
export function drawFoot(brush: FormBrush, claim: ClaimOnForm, content: FormContent, top: number): number {
  const { design, pen, random, scale } = brush;
  const { margin, direction, accent, fonts } = design;
  const isRtl = direction === 'rtl';
  const width = PAGE_WIDTH - 2 * margin;
  const half = width / 2 - 8;
  const line = signingLine(brush, content, width);
  const fits = line.width < half - 10;
  let y = top + 6;
  if (!fits) {
    line.draw(isRtl ? margin + width - line.width : margin, y + line.above);
    y += line.above + line.below + 6;
  }
  const startLeft = isRtl ? margin + width - half : margin;
  const endLeft = isRtl ? margin : margin + width - half;
  const height = (FOOT_HEIGHT - 38) * scale;
  const isBoxed = design.hasSectionFrames;
  if (isBoxed) {
    pen.rectangle(startLeft, y, half, height, { stroke: 0.9, color: accent });
    pen.rectangle(endLeft, y, half, height, { stroke: 0.9, color: accent });
  }
  const look = { size: fonts.labelSize * 0.95 * scale, color: accent };
  const own = label(brush, 'insuredSignature', look);
  const other = label(brush, 'doctorSignature', look);
  const baseline = y + Math.max(own.above, other.above) + 4;
  own.draw(isRtl ? startLeft + half - own.width - 8 : startLeft + 8, baseline);
  other.draw(isRtl ? endLeft + half - other.width - 8 : endLeft + 8, baseline);
  let signatureY = baseline + 10;
  if (fits) {
    signatureY += line.above;
    line.draw(isRtl ? startLeft + half - line.width - 8 : startLeft + 8, signatureY);
    signatureY += line.below;
  }
  drawScribble(
    brush,
    startLeft + 50 + random.next() * 80,
    Math.min(signatureY + 28 * scale, y + height - 14),
  );
  const isStampField = !design.inpeIn.field && !design.inpeIn.sticker;
  drawRubberStamp(
    brush,
    endLeft + half / 2 + random.next() * 30 - 15,
    y + height * 0.58,
    design.stamp.shape,
    providerStamp(claim, design.inpeIn.stamp || isStampField, isStampField),
  );
  drawScribble(brush, endLeft + half * 0.45 + random.next() * 60, y + height * 0.75);
  const bottom = y + height;
  if (design.stamp.hasReception) drawReception(brush, claim, bottom);
  const notes = random.whole(0, 2);
  for (let note = 0; note < notes; note += 1)
    pen.text(margin, PAGE_HEIGHT - 44 + note * 11, random.pick(NOTES), { font: fonts.label, size: 8 });
  drawSyntheticNote(brush);
  return bottom + 10;
}

export function drawSyntheticNote({ pen, design }: FormBrush): void {
  pen.text(design.margin, PAGE_HEIGHT - 18, 'Document de test synthétique, sans valeur.', {
    font: design.fonts.label,
    size: 8,
  });
}

/** Place and day on one line, with their labels before them whatever the rest of the form does. */
function signingLine(brush: FormBrush, content: FormContent, width: number): Piece {
  const design = {
    ...brush.design,
    labelPlace: 'before' as const,
    valueFrame: 'none' as const,
    hints: false,
    unlabelled: new Set<LabelName>(),
  };
  for (let { scale } = brush; ; scale *= 0.9) {
    const plain = { ...brush, design, scale };
    const line = beside(
      content.signing.map((item) => itemPiece(plain, item)),
      12,
      design.direction,
    );
    if (line.width <= width) return line;
  }
}

/** The agency's own stamp, with a date that is nobody's field. */
function drawReception(brush: FormBrush, claim: ClaimOnForm, bottom: number): void {
  const day = printDate(daysBefore(claim.day, 1), 'slash');
  drawRubberStamp(brush, PAGE_WIDTH / 2, Math.min(bottom + 4, PAGE_HEIGHT - 80), 'rectangle', [
    { text: 'CNSS AGENCE' },
    { text: `REÇU LE ${day}` },
  ]);
}
