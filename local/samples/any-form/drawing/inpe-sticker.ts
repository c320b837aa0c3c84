import bwip from 'bwip-js/node';
import type { FormBrush } from './form-brush.ts';

export interface Sticker {
  readonly symbology: 'code39' | 'code128';
  readonly inpe: string;
  readonly name: string;
  /** The sticker alone says which INPE it is: then its digits are the field. */
  readonly isField: boolean;
}

export const STICKER_WIDTH = 178;
export const STICKER_HEIGHT = 66;

/** A label with the bars of an INPE, glued on a little askew. */
export function drawSticker(
  { pen, design, random }: FormBrush,
  left: number,
  top: number,
  sticker: Sticker,
): void {
  const { context } = pen;
  context.save();
  context.translate(left + STICKER_WIDTH / 2, top + STICKER_HEIGHT / 2);
  context.rotate(((random.next() * 5 - 2.5) * Math.PI) / 180);
  context.translate(-STICKER_WIDTH / 2, -STICKER_HEIGHT / 2);
  pen.rectangle(0, 0, STICKER_WIDTH, STICKER_HEIGHT, { fill: '#fefefe', stroke: 0.5, color: '#b5b5b5' });
  drawBars(pen, barsOf(sticker.symbology, sticker.inpe), 12, 8, STICKER_WIDTH - 24, 27);
  const font = design.fonts.label;
  pen.text(STICKER_WIDTH / 2, 47, sticker.inpe, {
    font,
    size: 12,
    weight: 700,
    align: 'center',
    ...(sticker.isField ? { field: 'inpe' } : {}),
  });
  pen.text(STICKER_WIDTH / 2, 59, sticker.name, { font, size: 8.5, align: 'center' });
  context.restore();
}

/** Widths of bar, space, bar, ... in modules. */
export function barsOf(symbology: Sticker['symbology'], text: string): readonly number[] {
  const [code] = bwip.raw({ bcid: symbology, text });
  if (code === undefined || !('sbs' in code)) throw new Error(`${symbology} has no bars for ${text}`);
  return code.sbs;
}

function drawBars(
  pen: FormBrush['pen'],
  bars: readonly number[],
  left: number,
  top: number,
  width: number,
  height: number,
): void {
  const module = width / bars.reduce((sum, one) => sum + one, 0);
  let x = left;
  bars.forEach((modules, index) => {
    if (index % 2 === 0) pen.rectangle(x, top, modules * module, height, { fill: '#111111' });
    x += modules * module;
  });
}
