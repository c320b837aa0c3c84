import { PAGE_WIDTH, type TextStyle } from '../../drawing/page-pen.ts';
import { seedOf } from '../../random.ts';
import type { ClaimOnForm } from '../claim/any-claim.ts';
import { printDate } from '../content/print-styles.ts';
import type { PrescriptionDesign } from '../design/pharmacy-design.ts';
import type { BoxLabel } from '../content/pharmacy-content.ts';
import { arabicLabel, frenchLabel, type FormBrush } from './form-brush.ts';
import { glueLabels } from './glued-labels.ts';
import type { PharmacyInput } from './pharmacy-part.ts';
import { beside, latinPiece } from './piece.ts';
import { drawRubberStamp, drawScribble } from './rubber-stamp.ts';
import { providerStamp } from './stamp-over-values.ts';

const USES = [
  '1 cp x 3 / jour',
  '1 cp matin et soir pendant 6 jours',
  '1 le soir au coucher',
  '2 cp / jour, 10 jours',
  '1 sachet x 2 / jour après les repas',
  '1 c. à s. matin, midi et soir',
  '1 application matin et soir',
  '1 cp le matin à jeun, QSP 1 mois',
] as const;
const HAND: TextStyle = { font: 'caveat', size: 22, weight: 700, color: '#1b2a7a' };
const MARGIN = 62;

/** Draws a prescription, with the labels of the boxes where they are glued on it. */
export function drawPrescriptionSheet(
  brush: FormBrush,
  claim: ClaimOnForm,
  pharmacy: PharmacyInput,
  sheet: PrescriptionDesign,
): void {
  const { pen, design, random } = brush;
  const { dispensing, content, own } = pharmacy;
  let y = drawDoctor(brush, claim, sheet);
  const look = { size: 12.5, color: design.accent };
  const date = printDate(
    dispensing.prescribedOn,
    design.date === 'arabic-month' || design.date === 'eastern-digits' ? 'slash' : design.date,
  );
  const plain: TextStyle = { font: design.fonts.value, size: 13 };
  pen.text(PAGE_WIDTH - MARGIN, y + 26, date, {
    ...plain,
    align: 'right',
    field: 'pharmacie.ordonnance.date',
  });
  const before = pen.measure(date, plain.font, plain.size);
  pen.text(PAGE_WIDTH - MARGIN - before - 6, y + 26, `${claim.provider.place}, le`, {
    ...plain,
    align: 'right',
  });
  y += 62;
  const title = frenchLabel(brush, 'prescriptionTitle', { size: 19, isBold: true });
  title.draw((PAGE_WIDTH - title.width) / 2, y);
  y += 38;
  const { patient } = claim;
  beside(
    [
      frenchLabel(brush, 'prescribedFor', { ...look, colon: ' :' }),
      latinPiece(pen, `${patient.family} ${patient.given}`, plain),
    ],
    7,
  ).draw(MARGIN + 8, y);
  y += 46;
  const isGlued = own.labelsOn === 'prescription';
  y = drawLines(brush, pharmacy, sheet, isGlued && sheet.labels === 'beside', y);
  if (isGlued && sheet.labels === 'below')
    y = glueLabels(brush, content.labels, MARGIN, y + 12, PAGE_WIDTH - 2 * MARGIN).bottom;
  const stampY = Math.min(Math.max(y + 70, 780 + random.next() * 160), 1010);
  drawRubberStamp(
    brush,
    540 + random.next() * 60,
    stampY,
    design.stamp.shape,
    providerStamp(claim, true, false),
  );
  drawScribble(brush, 450 + random.next() * 60, stampY + 40);
  pen.text(MARGIN, 1096, 'Document de test synthétique, sans valeur.', { font: design.fonts.label, size: 8 });
}

function drawDoctor(brush: FormBrush, { provider }: ClaimOnForm, { head }: PrescriptionDesign): number {
  const { pen, design } = brush;
  const font = design.fonts.label;
  const isCentred = head === 'centre';
  const x = isCentred ? PAGE_WIDTH / 2 : MARGIN;
  const align = isCentred ? ('center' as const) : ('left' as const);
  pen.text(x, 66, provider.name, { font, size: 18, weight: 700, align, color: design.accent });
  pen.text(x, 88, provider.specialty, { font, size: 13, align });
  pen.text(x, 107, `${provider.place} - INPE : ${provider.inpe}`, { font, size: 11.5, align });
  if (head === 'both-sides') {
    const name = arabicLabel(brush, 'practiceSign', { size: 16, isBold: true });
    name.draw(PAGE_WIDTH - MARGIN - name.width, 66);
    const kind = arabicLabel(brush, 'prescriptionTitle', { size: 13 });
    kind.draw(PAGE_WIDTH - MARGIN - kind.width, 90);
  }
  pen.line(MARGIN, 122, PAGE_WIDTH - MARGIN, 122, 1.4, [], design.accent);
  return 128;
}

/** One line a medicine, with how it is taken. */
function drawLines(
  brush: FormBrush,
  { dispensing, content }: PharmacyInput,
  sheet: PrescriptionDesign,
  hasLabelsBeside: boolean,
  top: number,
): number {
  const { pen, design, random } = brush;
  const print: TextStyle = { font: design.fonts.value, size: 13.5, weight: 700 };
  const style = sheet.isHandwritten ? HAND : print;
  const useStyle: TextStyle = { ...style, weight: 400, size: style.size * 0.9 };
  let y = top;
  dispensing.lines.forEach(({ medicine: { name, code }, boxes }, index) => {
    const number = sheet.numbering.replace('1', (index + 1).toString());
    const count = boxes > 1 || random.next() < 0.3 ? ` (${boxes} bt)` : '';
    const end = pen.text(
      MARGIN + 24,
      y,
      [number, name + count].filter((part) => part !== '').join(' '),
      style,
    );
    const use = USES[seedOf(code) % USES.length] ?? USES[0];
    const isBeside = sheet.use === 'beside' && !hasLabelsBeside && end < 430;
    if (isBeside) pen.text(end + 24, y, use, useStyle);
    else pen.text(MARGIN + 52, y + 25, use, useStyle);
    let bottom = y + (isBeside ? 10 : 36);
    if (hasLabelsBeside) {
      const own = content.labels.filter((label) => label.code === code);
      const from = Math.max(end + 26, 400);
      const isRoomy = PAGE_WIDTH - 30 - from > 170;
      bottom = glueBeside(brush, own, isRoomy ? from : 400, isRoomy ? y - 24 : bottom, bottom);
    }
    y = bottom + 22 + random.next() * 14;
  });
  return y;
}

/** Labels that hang on their line of the prescription. */
function glueBeside(
  brush: FormBrush,
  labels: readonly BoxLabel[],
  left: number,
  top: number,
  bottom: number,
): number {
  // What is written from right to left has its labels there too.
  const straight = { ...brush, design: { ...brush.design, direction: 'ltr' as const } };
  return Math.max(bottom, glueLabels(straight, labels, left, top, PAGE_WIDTH - 30 - left).bottom);
}
