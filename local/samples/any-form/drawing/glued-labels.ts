import type { BoxLabel } from '../content/pharmacy-content.ts';
import { cutLabel, type CutLabel } from './box-label.ts';
import type { FormBrush } from './form-brush.ts';

interface Glued {
  readonly label: BoxLabel;
  readonly cut: CutLabel;
  readonly degrees: number;
  /** Of the place that it takes, turned. */
  readonly width: number;
  readonly height: number;
}

export interface LabelCentre {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: BoxLabel;
}

export interface GluedLabels {
  readonly bottom: number;
  readonly labels: readonly LabelCentre[];
  /** Where the last row ends: what else is put there begins here. */
  readonly freeStart: number;
  readonly lastRowTop: number;
  readonly lastRowHeight: number;
}

/** Glues labels on in rows from `top` down, as a hand does: not quite straight, and not quite in line. */
export function glueLabels(
  brush: FormBrush,
  labels: readonly BoxLabel[],
  left: number,
  top: number,
  width: number,
): GluedLabels {
  const { random, design } = brush;
  const rows: { glued: Glued; start: number }[][] = [];
  let at = 0;
  for (const label of labels) {
    const glued = turned(brush, label);
    const row = rows.at(-1);
    const space = 7 + random.next() * 14;
    if (row === undefined || at + glued.width > width) {
      const start = random.next() * Math.min(16, Math.max(0, width - glued.width));
      rows.push([{ glued, start }]);
      at = start + glued.width + space;
    } else {
      row.push({ glued, start: at });
      at += glued.width + space;
    }
  }
  const placed: LabelCentre[] = [];
  let y = top;
  let lastRowHeight = 0;
  for (const row of rows) {
    if (row !== rows[0]) y += lastRowHeight + 7;
    lastRowHeight = Math.max(...row.map(({ glued }) => glued.height));
    for (const { glued, start } of row) {
      const centre = start + glued.width / 2;
      const x = design.direction === 'rtl' ? left + width - centre : left + centre;
      const slack = lastRowHeight - glued.height;
      const centreY = y + glued.height / 2 + random.next() * slack;
      glued.cut.draw(x, centreY, glued.degrees);
      placed.push({ x, y: centreY, width: glued.width, height: glued.height, label: glued.label });
    }
  }
  return {
    bottom: y + lastRowHeight,
    labels: placed,
    freeStart: at,
    lastRowTop: y,
    lastRowHeight,
  };
}

function turned(brush: FormBrush, label: BoxLabel): Glued {
  const cut = cutLabel(brush, label);
  const degrees = angleOf(brush, label);
  const radians = (degrees * Math.PI) / 180;
  const cosine = Math.abs(Math.cos(radians));
  const sine = Math.abs(Math.sin(radians));
  return {
    label,
    cut,
    degrees,
    width: cut.width * cosine + cut.height * sine,
    height: cut.width * sine + cut.height * cosine,
  };
}

function angleOf({ random }: FormBrush, { condition }: BoxLabel): number {
  const jitter = random.next() * 6 - 3;
  if (condition === 'upright') return random.pick([90, 90, -90]) + jitter * 0.5;
  if (condition === 'askew') return random.pick([-1, 1]) * (8 + random.next() * 6);
  return jitter;
}
