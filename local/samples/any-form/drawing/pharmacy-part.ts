import type { ClaimOnForm } from '../claim/any-claim.ts';
import type { DispensingOnForm } from '../claim/any-dispensing.ts';
import type { FormContent } from '../content/form-content.ts';
import type { PharmacyContent } from '../content/pharmacy-content.ts';
import { printDate } from '../content/print-styles.ts';
import type { FormDesign } from '../design/form-design.ts';
import type { PharmacyDesign } from '../design/pharmacy-design.ts';
import { label, type FormBrush } from './form-brush.ts';
import { drawItems } from './flow.ts';
import { glueLabels, type GluedLabels } from './glued-labels.ts';
import { drawMedicines } from './medicines-table.ts';
import { drawRubberStamp, type StampLine } from './rubber-stamp.ts';

/** What a pharmacy's part is drawn from. */
export interface PharmacyInput {
  readonly dispensing: DispensingOnForm;
  readonly content: PharmacyContent;
  readonly own: PharmacyDesign;
}

/** Undefined on forms without medicines. */
export function pharmacyInput(
  { dispensing }: ClaimOnForm,
  { pharmacy: content }: FormContent,
  { pharmacy: own }: FormDesign,
): PharmacyInput | undefined {
  return dispensing === undefined || content === undefined || own === undefined
    ? undefined
    : { dispensing, content, own };
}

const STAMP_WIDTH = 170;
const STAMP_HEIGHT = 64;

/** Draws items, list, labels and stamp of a pharmacy from `top` down; returns the y below. */
export function drawPharmacyPart(
  brush: FormBrush,
  { dispensing, content, own }: PharmacyInput,
  left: number,
  top: number,
  width: number,
  inset: number,
): number {
  let y = drawItems(brush, content.items, left + inset, top, width - 2 * inset);
  if (own.list !== undefined) {
    const total =
      own.listTotal === 'none'
        ? undefined
        : {
            label: 'pharmacyTotal' as const,
            field: 'pharmacie.total',
            centimes: dispensing.totalCentimes,
            place: own.listTotal,
          };
    const field = 'pharmacie.medicaments';
    const list = { design: own.list, rows: content.rows, field, total };
    y = drawMedicines(brush, list, left, y + 3, width);
  }
  if (own.labelsOn === 'form')
    return drawLabelsPlace(brush, { dispensing, content, own }, left, y + 2, width) + 4;
  drawPharmacyStamp(brush, dispensing, own, left + width * (0.55 + brush.random.next() * 0.2), y + 40);
  return y + STAMP_HEIGHT + 12;
}

/** The place for labels, with its frame and caption, and the pharmacy's stamp beside or over them. */
function drawLabelsPlace(
  brush: FormBrush,
  { dispensing, content, own }: PharmacyInput,
  left: number,
  top: number,
  width: number,
): number {
  const { design, pen, random, scale } = brush;
  const isRtl = design.direction === 'rtl';
  let y = top + 5;
  if (own.hasLabelsCaption) {
    const caption = label(brush, 'labelsPlace', {
      size: design.fonts.labelSize * 0.82 * scale,
      color: design.accent,
    });
    caption.draw(isRtl ? left + width - caption.width - 7 : left + 7, y + caption.above);
    y += caption.above + caption.below + 4;
  }
  // Hands do not mind frames: some labels stand out of theirs a little.
  const out = own.labelsFrame === 'none' ? 0 : random.pick([0, 0, 0, 3, 5]);
  const inset = 8 - out;
  const glued = glueLabels(brush, content.labels, left + inset, y, width - 2 * inset);
  let { bottom } = glued;
  if (own.stamp.place === 'labels') {
    const stamp = stampPlace(brush, glued, left + inset, width - 2 * inset);
    drawPharmacyStamp(brush, dispensing, own, stamp.x, stamp.y);
    bottom = Math.max(bottom, stamp.bottom);
  }
  bottom += 6 - out;
  if (own.labelsFrame === 'dashed') {
    const dash = [5, 3];
    const right = left + width;
    pen.line(left, top, right, top, 0.8, dash, design.accent);
    pen.line(left, bottom, right, bottom, 0.8, dash, design.accent);
    pen.line(left, top, left, bottom, 0.8, dash, design.accent);
    pen.line(right, top, right, bottom, 0.8, dash, design.accent);
  }
  if (own.labelsFrame === 'box')
    pen.rectangle(left, top, width, bottom - top, { stroke: 0.9, color: design.accent });
  if (own.stamp.place === 'total') {
    drawPharmacyStamp(
      brush,
      dispensing,
      own,
      left + width * (0.5 + random.next() * 0.25),
      bottom + STAMP_HEIGHT / 2 + 2,
    );
    bottom += STAMP_HEIGHT * 0.7;
  }
  return bottom + 4 + out;
}

/** Over the edge of the label that was stamped, or where there is room. */
function stampPlace({ design, random }: FormBrush, glued: GluedLabels, left: number, width: number) {
  const stamped = glued.labels.find((one) => one.label.condition === 'stamp');
  if (stamped !== undefined) {
    const y = stamped.y + stamped.height * 0.36;
    return { x: stamped.x + stamped.width * 0.5, y, bottom: y + STAMP_HEIGHT * 0.6 };
  }
  const hasRoom = glued.freeStart + STAMP_WIDTH < width;
  const y = hasRoom
    ? glued.lastRowTop + Math.max(glued.lastRowHeight / 2, STAMP_HEIGHT / 2)
    : glued.bottom + STAMP_HEIGHT / 2 + 4;
  const start = hasRoom ? glued.freeStart + STAMP_WIDTH / 2 : width * (0.55 + random.next() * 0.2);
  const x = design.direction === 'rtl' ? left + width - start : left + start;
  return { x, y, bottom: y + STAMP_HEIGHT / 2 };
}

/** The stamp of the pharmacy: it alone says what no item does. */
function drawPharmacyStamp(
  brush: FormBrush,
  { pharmacy, day }: DispensingOnForm,
  own: PharmacyDesign,
  x: number,
  y: number,
): void {
  const { design } = brush;
  const isField = (item: 'inpe' | 'date'): boolean => !own.items.includes(item);
  const style = design.date === 'arabic-month' || design.date === 'eastern-digits' ? 'slash' : design.date;
  const lines: readonly StampLine[] = [
    { text: pharmacy.name },
    { text: pharmacy.place },
    ...(own.stamp.hasInpe
      ? [{ text: `INPE : ${pharmacy.inpe}`, ...(isField('inpe') ? { field: 'pharmacie.inpe' } : {}) }]
      : []),
    ...(own.stamp.hasDate
      ? [{ text: printDate(day, style), ...(isField('date') ? { field: 'pharmacie.date' } : {}) }]
      : []),
  ];
  drawRubberStamp(brush, x, y, own.stamp.shape, lines);
}
