import { drawSignature, drawStamp } from '../drawing/marks.ts';
import { PAGE_HEIGHT, PAGE_WIDTH, PagePen, type DrawnPage } from '../drawing/page-pen.ts';
import { seededRandom } from '../random.ts';
import type { CareFormFields } from '../truth.ts';
import { drawChecks, drawSlot, valueStyle, type FieldBrush } from './draw-field.ts';
import { drawTable, tableHeight } from './draw-table.ts';
import { LABELS, PURPOSE_BOXES } from './labels.ts';
import type { FormLayout, FormLook, Section } from './layout.ts';

const MARGIN = 50;
const WIDTH = PAGE_WIDTH - 2 * MARGIN;
const TITLE_BAR = 23;

/** Draws a filled-in care form. The same arguments give the same page. */
export function drawCareForm(
  fields: CareFormFields,
  layout: FormLayout,
  look: FormLook,
  dpi: number,
  seed: number,
): DrawnPage {
  const pen = new PagePen(dpi);
  const random = seededRandom(seed);
  const brush: FieldBrush = { pen, look, layout, fields, random };
  let y = drawHeader(brush);
  for (const section of layout.sections) y = drawSection(brush, section, y) + 8;
  drawFoot(brush, y);
  return pen.finish();
}

function drawHeader(brush: FieldBrush): number {
  const { pen, look, layout, fields } = brush;
  const { labelFont } = look;
  pen.text(MARGIN, 44, 'Royaume du Maroc', { font: labelFont, size: 12 });
  pen.text(MARGIN, 59, 'Caisse Nationale de Sécurité Sociale', { font: labelFont, size: 12, weight: 700 });
  pen.text(MARGIN, 74, "Direction de l'Assurance Maladie Obligatoire", { font: labelFont, size: 12 });
  pen.arabic(PAGE_WIDTH - MARGIN, 50, 'المملكة المغربية', 14);
  pen.arabic(PAGE_WIDTH - MARGIN, 70, 'الصندوق الوطني للضمان الاجتماعي', 14);
  pen.line(MARGIN, 83, PAGE_WIDTH - MARGIN, 83, 2.2);
  const centre = PAGE_WIDTH / 2;
  const arabicWidth = pen.measure(layout.title.ar, 'noto-naskh-arabic', 18);
  if (layout.labelPlace === 'arabic-first') {
    pen.arabic(centre + arabicWidth / 2, 106, layout.title.ar, 18, 700);
    pen.text(centre, 130, layout.title.fr, { font: labelFont, size: 18, weight: 700, align: 'center' });
  } else {
    pen.text(centre, 109, layout.title.fr, { font: labelFont, size: 21, weight: 700, align: 'center' });
    pen.arabic(centre + arabicWidth / 2, 130, layout.title.ar, 18);
  }
  if (layout.reference !== undefined)
    pen.text(centre, 144, layout.reference, { font: labelFont, size: 9, align: 'center' });
  drawChecks(brush, { group: PURPOSE_BOXES }, MARGIN, 147, 22);
  const right = PAGE_WIDTH - MARGIN;
  pen.text(right - 122, 163, LABELS.dossier.fr, { font: labelFont, size: 12, align: 'right' });
  if (fields.dossier === undefined) pen.line(right - 116, 165, right, 165, 0.9, [1.2, 1.8]);
  else
    pen.text(right - 116, 163, fields.dossier, { font: labelFont, size: 13, weight: 700, field: 'dossier' });
  return 175;
}

/** Draws a section's bar, rows and table in a frame; returns the y below it. */
function drawSection(brush: FieldBrush, section: Section, top: number): number {
  const { pen, look, layout } = brush;
  const above = layout.labelPlace === 'above';
  const gap = above ? 5 : 0;
  let y = top + TITLE_BAR + 4;
  pen.rectangle(MARGIN, top, WIDTH, TITLE_BAR, { fill: '#dededc', stroke: 1 });
  pen.text(MARGIN + 8, top + 16, section.title.fr, { font: look.labelFont, size: 12, weight: 700 });
  pen.arabic(
    PAGE_WIDTH - MARGIN - 8,
    top + 16,
    section.title.ar,
    12.5,
    layout.labelPlace === 'arabic-first' ? 700 : 400,
  );
  for (const row of section.rows) {
    let x = MARGIN + gap;
    for (const slot of row) {
      const width = (slot.share ?? 1) * (WIDTH - gap);
      const height = above && slot.kind === 'checks' ? 26 : layout.rowHeight;
      drawSlot(brush, slot, x, y, width - gap, height);
      x += width;
    }
    y += row.some((slot) => slot.kind !== 'checks') || !above ? layout.rowHeight + (above ? 4 : 0) : 30;
  }
  if (section.table !== undefined) {
    y += 4;
    drawTable(brush, section.table, MARGIN + 7, y, WIDTH - 14);
    y += tableHeight(section.table) + 2;
  }
  const bottom = y + 5;
  pen.rectangle(MARGIN, top, WIDTH, bottom - top, { stroke: 1.2 });
  return bottom;
}

function drawFoot({ pen, look, fields, random }: FieldBrush, top: number): void {
  const font = look.labelFont;
  const half = WIDTH / 2 - 7;
  const height = Math.min(126, PAGE_HEIGHT - 62 - top);
  const right = MARGIN + half + 14;
  pen.rectangle(MARGIN, top, half, height, { stroke: 1 });
  pen.rectangle(right, top, half, height, { stroke: 1 });
  pen.text(MARGIN + 8, top + 14, "Signature de l'assuré(e)", { font, size: 11.5 });
  pen.arabic(MARGIN + half - 8, top + 14, 'توقيع المؤمن له', 12);
  pen.text(right + 8, top + 14, 'Cachet et signature du médecin', { font, size: 11.5 });
  pen.arabic(right + half - 8, top + 14, 'طابع وتوقيع الطبيب', 12);
  const afterFait = pen.text(MARGIN + 8, top + 32, 'Fait à', { font, size: 11.5 });
  const afterCity = pen.text(
    afterFait + 5,
    top + 32,
    fields.ville ?? '..................',
    valueStyle(look, 'ville'),
  );
  const afterLe = pen.text(afterCity + 4, top + 32, ', le', { font, size: 11.5 });
  pen.text(afterLe + 5, top + 32, fields.date_signature ?? '', valueStyle(look, 'date_signature'));
  const given = fields.nom_prenom?.split(' ').at(-1) ?? 'Signature';
  drawSignature(pen, MARGIN + 70 + random.next() * 60, top + Math.min(92, height - 16), given, random);
  if (fields.medecin !== undefined) {
    const lines = [
      fields.medecin,
      [fields.specialite, fields.ville].filter((part) => part !== undefined).join(' - '),
    ];
    if (fields.inpe !== undefined) lines.push(`INPE : ${fields.inpe}`);
    drawStamp(pen, right + half / 2 + random.next() * 30, top + height / 2 + 16, lines, random);
  }
  pen.line(MARGIN, PAGE_HEIGHT - 50, PAGE_WIDTH - MARGIN, PAGE_HEIGHT - 50, 0.8);
  const warning =
    'Toute fausse déclaration est passible de sanctions prévues par la loi 65-00 portant code de la couverture médicale de base.';
  pen.text(MARGIN, PAGE_HEIGHT - 38, warning, { font, size: 9 });
  pen.text(MARGIN, PAGE_HEIGHT - 26, 'Document de test synthétique, sans valeur.', { font, size: 9 });
}
