import type { CareFormActFields } from '../truth.ts';
import { valueStyle, type FieldBrush } from './draw-field.ts';
import { COLUMN_LABELS, LABELS } from './labels.ts';
import type { ColumnKey, TableLayout } from './layout.ts';

const HEAD_HEIGHT = 33;

/** Height of a table with its head and its TOTAL row. */
export function tableHeight(table: TableLayout): number {
  return HEAD_HEIGHT + (table.rows + 1) * table.rowHeight;
}

/** Draws the table of acts: ruled cells, amounts to the right, and a TOTAL row whose first cells are merged. */
export function drawTable(brush: FieldBrush, table: TableLayout, x: number, y: number, width: number): void {
  const { pen, fields } = brush;
  const height = tableHeight(table);
  const bottom = y + height;
  pen.rectangle(x, y, width, HEAD_HEIGHT, { fill: '#ececea' });
  pen.rectangle(x, y, width, height, { stroke: 1.3 });
  for (let row = 0; row <= table.rows; row++) {
    const lineY = y + HEAD_HEIGHT + row * table.rowHeight;
    pen.line(x, lineY, x + width, lineY);
  }
  let left = x;
  for (const [index, column] of table.columns.entries()) {
    const columnWidth = column.share * width;
    drawHead(brush, column.label ?? COLUMN_LABELS[column.key], left + columnWidth / 2, y);
    fields.actes.slice(0, table.rows).forEach((act, row) => {
      drawCell(
        brush,
        act,
        row,
        column.key,
        left,
        y + HEAD_HEIGHT + (row + 1) * table.rowHeight - 7,
        columnWidth,
      );
    });
    const isAmount = column.key === 'montant';
    const afterAmount = table.columns[index - 1]?.key === 'montant';
    const ruleEnd = isAmount || afterAmount ? bottom : bottom - table.rowHeight;
    if (index > 0) pen.line(left, y, left, ruleEnd);
    if (isAmount) drawTotal(brush, left, columnWidth, bottom - 7);
    left += columnWidth;
  }
}

function drawHead(
  { pen, look }: FieldBrush,
  label: { fr: string; ar: string },
  centre: number,
  y: number,
): void {
  pen.text(centre, y + 14, label.fr, { font: look.labelFont, size: 11, weight: 700, align: 'center' });
  const width = pen.measure(label.ar, 'noto-naskh-arabic', 10.5);
  pen.arabic(centre + width / 2, y + 27, label.ar, 10.5);
}

function drawCell(
  { pen, look, random }: FieldBrush,
  act: CareFormActFields,
  row: number,
  key: ColumnKey,
  left: number,
  baseline: number,
  width: number,
): void {
  const lifted = baseline - random.next() * 2;
  const indent = 7 + random.next() * 5;
  if (key === 'disease' || key === 'stamp') return;
  if (key === 'cotation') {
    // `CS` alone, but `Z 25`: a coefficient of one is not written.
    const cotation = act.coefficient === '1' ? act.code : `${act.code}${act.coefficient}`;
    pen.text(left + indent, lifted, cotation, valueStyle(look, `actes.${row}.cotation`));
    return;
  }
  const style = valueStyle(look, `actes.${row}.${key}`);
  if (key === 'montant') pen.text(left + width - indent, lifted, act.montant, { ...style, align: 'right' });
  else pen.text(left + indent, lifted, act[key], style);
}

function drawTotal({ pen, look, fields }: FieldBrush, left: number, width: number, baseline: number): void {
  const arabicWidth = pen.measure(LABELS.total.ar, 'noto-naskh-arabic', 12);
  pen.arabic(left - 8, baseline, LABELS.total.ar, 12);
  pen.text(left - 16 - arabicWidth, baseline, `${LABELS.total.fr} :`, {
    font: look.labelFont,
    size: 12,
    weight: 700,
    align: 'right',
  });
  if (fields.total === undefined) return;
  pen.text(left + width - 9, baseline, fields.total, {
    ...valueStyle(look, 'total'),
    weight: 700,
    align: 'right',
  });
}
