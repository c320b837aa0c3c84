import type { FormBrush } from './form-brush.ts';

const INKS = [
  'rgba(52, 68, 160, 0.78)',
  'rgba(70, 60, 150, 0.7)',
  'rgba(40, 90, 150, 0.75)',
  'rgba(150, 40, 50, 0.7)',
  'rgba(40, 40, 40, 0.7)',
] as const;

export interface StampLine {
  readonly text: string;
  readonly field?: string;
}

/** A rubber stamp around (x, y): turned, in its own ink, over whatever is printed below it. */
export function drawRubberStamp(
  { pen, design, random }: FormBrush,
  x: number,
  y: number,
  shape: 'rectangle' | 'round' | 'bare',
  lines: readonly StampLine[],
): void {
  const { context } = pen;
  const color = random.pick(INKS);
  const { label: font } = design.fonts;
  const sizes = lines.map((_, index) => (index === 0 ? 12.5 : 10.5));
  const widest = Math.max(
    ...lines.map(({ text }, index) => pen.measure(text, font, sizes[index] ?? 10.5, index === 0 ? 700 : 400)),
  );
  const height = lines.length * 15.5;
  context.save();
  context.translate(x, y);
  context.rotate(((random.next() * 16 - 11) * Math.PI) / 180);
  context.strokeStyle = color;
  context.lineWidth = 1.7;
  if (shape === 'rectangle') {
    context.beginPath();
    context.roundRect(-widest / 2 - 12, -height / 2 - 9, widest + 24, height + 14, 6);
    context.stroke();
  }
  if (shape === 'round') {
    const radius = Math.hypot(widest / 2, height / 2) + 6;
    for (const inset of [0, 4]) {
      context.lineWidth = inset === 0 ? 1.8 : 0.8;
      context.beginPath();
      context.arc(0, 0, radius - inset, 0, 2 * Math.PI);
      context.stroke();
    }
  }
  lines.forEach(({ text, field }, index) => {
    pen.text(0, -height / 2 + 8 + index * 15.5, text, {
      font,
      size: sizes[index] ?? 10.5,
      weight: index === 0 ? 700 : 400,
      color,
      align: 'center',
      stamp: true,
      ...(field === undefined ? {} : { field }),
    });
  });
  context.restore();
}

/** A signature: loops of a pen, no words. */
export function drawScribble({ pen, random }: FormBrush, x: number, y: number): void {
  const { context } = pen;
  context.save();
  context.translate(x, y);
  context.rotate(((random.next() * 14 - 10) * Math.PI) / 180);
  context.strokeStyle = random.pick(['#1b2a7a', '#20242e', '#24408e']);
  context.lineWidth = 1.2 + random.next() * 0.8;
  context.beginPath();
  context.moveTo(0, 0);
  let at = 0;
  const loops = random.whole(4, 8);
  for (let loop = 0; loop < loops; loop += 1) {
    const step = 10 + random.next() * 14;
    const height = 8 + random.next() * 22;
    context.bezierCurveTo(
      at + step * 0.2,
      -height,
      at + step * 1.3,
      -height * 0.7,
      at + step * 0.6,
      height * 0.5,
    );
    at += step;
  }
  context.lineTo(at + 25, 4 - random.next() * 8);
  context.stroke();
  context.restore();
}
