import type { Random } from '../random.ts';
import type { LatinFont, Weight } from './fonts.ts';
import type { DrawnWord, PagePen } from './page-pen.ts';

export type Tick = 'cross' | 'check' | 'filled';

/** Draws a check box with its top left at (x, y). A hand's cross leaves the box a little. */
export function drawCheckBox(
  pen: PagePen,
  x: number,
  y: number,
  name: string,
  selected: boolean,
  tick: Tick,
  ink: string,
): void {
  const size = 12;
  pen.rectangle(x, y, size, size, { stroke: 1.2 });
  pen.recordCheckBox({ name, selected, quad: pen.quad(x, y, size, size) });
  if (!selected) return;
  const { context } = pen;
  context.strokeStyle = ink;
  context.fillStyle = ink;
  context.lineWidth = 1.9;
  if (tick === 'filled') {
    context.fillRect(x + 2, y + 2, size - 4, size - 4);
    return;
  }
  context.beginPath();
  if (tick === 'cross') {
    context.moveTo(x + 1.5, y + 1.5);
    context.lineTo(x + size - 1.5, y + size - 1.5);
    context.moveTo(x + size - 1.5, y + 1.5);
    context.lineTo(x + 1.5, y + size - 1.5);
  } else {
    context.moveTo(x + 2, y + 5.5);
    context.lineTo(x + 5, y + 10);
    context.lineTo(x + 13.5, y - 2.5);
  }
  context.stroke();
}

export interface CombStyle {
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly font: LatinFont;
  readonly size: number;
  readonly weight?: Weight;
  readonly color: string;
}

/** Draws a row of cells from (x, y) with one character each; `groups` are the numbers of cells between separators. */
export function drawComb(
  pen: PagePen,
  x: number,
  y: number,
  groups: readonly number[],
  separator: string,
  text: string,
  field: string,
  style: CombStyle,
): void {
  const characters = Array.from(text).filter((character) => character !== separator);
  const cells: { text: string; quad: DrawnWord['quad'] }[] = [];
  let left = x;
  let index = 0;
  groups.forEach((count, group) => {
    if (group > 0) {
      left =
        pen.text(left + 3, y + style.cellHeight - 5, separator, { font: style.font, size: style.size }) + 3;
    }
    for (let cell = 0; cell < count; cell++, left += style.cellWidth) {
      pen.rectangle(left, y, style.cellWidth, style.cellHeight, { stroke: 0.9 });
      const character = characters[index++];
      if (character !== undefined)
        cells.push({ text: character, quad: drawInCell(pen, left, y, character, style) });
    }
  });
  const first = cells[0];
  const last = cells.at(-1);
  if (first === undefined || last === undefined) return;
  pen.recordWord({ text, field, quad: [first.quad[0], last.quad[1], last.quad[2], first.quad[3]], cells });
}

function drawInCell(
  pen: PagePen,
  left: number,
  top: number,
  character: string,
  style: CombStyle,
): DrawnWord['quad'] {
  const width = pen.measure(character, style.font, style.size, style.weight ?? 400);
  const x = left + (style.cellWidth - width) / 2;
  const baseline = top + style.cellHeight / 2 + style.size * 0.36;
  pen.context.direction = 'ltr';
  pen.context.textAlign = 'left';
  pen.context.fillStyle = style.color;
  pen.context.fillText(character, x, baseline);
  return pen.quad(x, baseline - style.size * 0.72, width, style.size * 0.72);
}

/** A doctor's rubber stamp: turned, blue, over whatever is printed below it. */
export function drawStamp(
  pen: PagePen,
  centreX: number,
  centreY: number,
  lines: readonly string[],
  random: Random,
): void {
  const { context } = pen;
  const color = random.pick(['rgba(52, 68, 160, 0.78)', 'rgba(70, 60, 150, 0.7)', 'rgba(40, 90, 150, 0.75)']);
  const width = Math.max(
    150,
    ...lines.map(
      (line, index) => pen.measure(line, 'roboto', index === 0 ? 14 : 12, index === 0 ? 700 : 400) + 34,
    ),
  );
  const height = 26 + lines.length * 18;
  context.save();
  context.translate(centreX, centreY);
  context.rotate((-(4 + random.next() * 7) * Math.PI) / 180);
  context.strokeStyle = color;
  for (const [inset, lineWidth] of [
    [0, 2],
    [4, 0.8],
  ] as const) {
    context.lineWidth = lineWidth;
    context.beginPath();
    context.roundRect(
      -width / 2 + inset,
      -height / 2 + inset,
      width - 2 * inset,
      height - 2 * inset,
      8 - inset,
    );
    context.stroke();
  }
  lines.forEach((line, index) => {
    const first = index === 0;
    const baseline = -height / 2 + 27 + index * 18;
    pen.text(0, baseline, line, {
      font: 'roboto',
      size: first ? 14 : 12,
      weight: first ? 700 : 400,
      color,
      align: 'center',
      stamp: true,
    });
  });
  context.restore();
}

/** A signature: a person's given name in a running hand, and a flourish. It is a picture, not words of the page. */
export function drawSignature(pen: PagePen, x: number, y: number, name: string, random: Random): void {
  const { context } = pen;
  context.save();
  context.translate(x, y);
  context.rotate((-6 * Math.PI) / 180);
  pen.measure(name, 'caveat', 30, 700);
  context.direction = 'ltr';
  context.textAlign = 'left';
  context.fillStyle = '#1b2a7a';
  context.fillText(name, 0, 0);
  context.strokeStyle = '#1b2a7a';
  context.lineWidth = 1.4;
  context.beginPath();
  context.moveTo(-6, 8);
  context.bezierCurveTo(40, 18 + random.next() * 8, 70, -4, 60 + random.next() * 50, 10);
  context.stroke();
  context.restore();
}

/** Bars of an INPE label. A picture: it is not a code that a machine could read back. */
export function drawBarcode(
  pen: PagePen,
  x: number,
  y: number,
  width: number,
  height: number,
  random: Random,
): void {
  pen.context.fillStyle = '#161616';
  for (let left = x; left < x + width - 3;) {
    const bar = random.whole(1, 3);
    pen.context.fillRect(left, y, bar, height);
    left += bar + random.whole(1, 3);
  }
}
