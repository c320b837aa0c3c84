import { drawCheckBox, drawComb } from '../drawing/marks.ts';
import type { PagePen, TextStyle } from '../drawing/page-pen.ts';
import type { Random } from '../random.ts';
import type { CareFormFields } from '../truth.ts';
import type { Label } from './labels.ts';
import type { FormLayout, FormLook, Slot } from './layout.ts';

const LABEL_SIZE = 12.5;

export interface FieldBrush {
  readonly pen: PagePen;
  readonly look: FormLook;
  readonly layout: FormLayout;
  readonly fields: CareFormFields;
  readonly random: Random;
}

/** Style of a value as a person or a machine filled it in. */
export function valueStyle(look: FormLook, field: string): TextStyle {
  return {
    font: look.valueFont,
    size: look.valueSize,
    weight: look.valueBold ? 700 : 400,
    color: look.ink,
    field,
  };
}

/** Draws one field with its label in a rectangle of the given height. */
export function drawSlot(
  brush: FieldBrush,
  slot: Slot,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  if (slot.kind === 'checks') {
    drawChecks(brush, slot, x, y, height);
    return;
  }
  const { pen, look, layout, random } = brush;
  const above = layout.labelPlace === 'above';
  const baseline = above ? y + height - 9 : y + height - 7;
  const labelEnd = drawLabel(brush, slot.label, x, y, width, height);
  const valueX = above
    ? x + layout.valueOffset
    : Math.max(x + (width < 400 ? 0 : layout.valueOffset), labelEnd + 10);
  if (slot.kind === 'comb') {
    const text = brush.fields[slot.field] ?? '';
    const style = {
      cellWidth: layout.cellWidth,
      cellHeight: 19,
      font: look.valueFont,
      size: look.valueSize - 0.5,
      color: look.ink,
    };
    drawComb(pen, valueX, y + (height - 19) / 2, slot.groups, slot.separator ?? ' ', text, slot.field, style);
    return;
  }
  if (!above) {
    const dotsEnd = layout.labelPlace === 'left' && width >= 400 ? x + width - 150 : x + width - 8;
    pen.line(valueX, baseline + 3.5, dotsEnd, baseline + 3.5, 0.9, [1.2, 1.8]);
  }
  const value = printedValue(brush.fields, slot.field);
  // People and printers do not hit the line exactly.
  const lift = random.next() * 2.5;
  pen.text(valueX + 4 + random.next() * 3, baseline - lift, value, valueStyle(look, slot.field));
}

/** A RIB is printed in its parts: bank, city, account, key. */
function printedValue(fields: CareFormFields, field: Exclude<Slot, { kind: 'checks' }>['field']): string {
  const value = fields[field] ?? '';
  if (field !== 'rib') return value;
  return [value.slice(0, 3), value.slice(3, 6), value.slice(6, 22), value.slice(22)]
    .filter((part) => part !== '')
    .join(' ');
}

/** Draws a label and returns the x after it. */
function drawLabel(
  { pen, look, layout }: FieldBrush,
  label: Label,
  x: number,
  y: number,
  width: number,
  height: number,
): number {
  if (layout.labelPlace === 'above') {
    pen.rectangle(x, y, width, height, { stroke: 0.8 });
    const end = pen.text(x + 6, y + 13, label.fr, { font: look.labelFont, size: 10.5 });
    pen.arabic(x + width - 6, y + 13, label.ar, 10.5);
    return end;
  }
  const baseline = y + height - 7;
  if (layout.labelPlace === 'arabic-first') {
    const afterArabic = pen.arabicFrom(x + 8, baseline, label.ar, 13.5);
    return pen.text(afterArabic + 8, baseline, `${label.fr} :`, {
      font: look.labelFont,
      size: LABEL_SIZE - 0.5,
    });
  }
  if (width >= 400) pen.arabic(x + width - 8, baseline, label.ar, LABEL_SIZE);
  return pen.text(x + 8, baseline, `${label.fr} :`, { font: look.labelFont, size: LABEL_SIZE });
}

/** Draws a group of check boxes in one row. */
export function drawChecks(
  { pen, look, layout, fields }: FieldBrush,
  { group, label }: Pick<Extract<Slot, { kind: 'checks' }>, 'group' | 'label'>,
  x: number,
  y: number,
  height: number,
): void {
  const baseline = y + height / 2 + 5;
  const style: TextStyle = { font: look.labelFont, size: LABEL_SIZE };
  let cursor = x + 8;
  if (label !== undefined) {
    if (layout.labelPlace === 'arabic-first')
      cursor = pen.arabicFrom(cursor, baseline, label.ar, LABEL_SIZE) + 6;
    cursor = pen.text(cursor, baseline, `${label.fr} :`, style) + 10;
  }
  for (const option of group.options) {
    drawCheckBox(
      pen,
      cursor,
      baseline - 11,
      `${group.field}.${option.value}`,
      fields[group.field] === option.value,
      look.tick,
      look.ink,
    );
    cursor = pen.text(cursor + 19, baseline, option.label.fr, style) + 7;
    cursor = pen.arabicFrom(cursor, baseline, option.label.ar, LABEL_SIZE) + 20;
  }
}
