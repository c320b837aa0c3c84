import { findInk, type InkMap } from '../../../../../../local/ocr/engine/ink.ts';
import { whiteImage, type GreyImage } from '../../../../../../local/ocr/engine/grey-image.ts';
import type { PixelBox } from '../../../../../../local/ocr/engine/tesseract.ts';

/** A small page to draw on; shapes are given in pixels at 200 dpi. */
export class Drawing {
  readonly image: GreyImage;

  constructor(width: number, height: number) {
    this.image = whiteImage(width, height);
  }

  /** Fills a rectangle; right and bottom are the last column and row painted. */
  bar(left: number, top: number, right: number, bottom: number, grey = 0): this {
    for (let y = top; y <= bottom; y++) {
      this.image.pixels.fill(grey, y * this.image.width + left, y * this.image.width + right + 1);
    }
    return this;
  }

  /** Draws the outline of a box, three pixels thick, with its middle on the given sides. */
  box({ left, top, right, bottom }: PixelBox): this {
    return this.bar(left - 1, top - 1, right + 1, top + 1)
      .bar(left - 1, bottom - 1, right + 1, bottom + 1)
      .bar(left - 1, top - 1, left + 1, bottom + 1)
      .bar(right - 1, top - 1, right + 1, bottom + 1);
  }

  /** Draws a straight stroke. */
  stroke(x0: number, y0: number, x1: number, y1: number, thickness = 3): this {
    const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0));
    for (let i = 0; i <= steps; i++) {
      const x = Math.round(x0 + ((x1 - x0) * i) / steps);
      const y = Math.round(y0 + ((y1 - y0) * i) / steps);
      this.bar(x, y, x + thickness - 1, y + thickness - 1);
    }
    return this;
  }

  /** Draws a ring, as a bold O. */
  ring(x: number, y: number, radius: number, thickness: number): this {
    for (let row = y - radius; row <= y + radius; row++) {
      for (let column = x - radius; column <= x + radius; column++) {
        const distance = Math.hypot(column - x, row - y);
        if (distance <= radius && distance > radius - thickness) this.bar(column, row, column, row);
      }
    }
    return this;
  }

  /** Draws something with the strokes of a digit, 12 wide and 20 tall. */
  digit(left: number, top: number): this {
    return this.bar(left, top, left + 11, top + 2)
      .bar(left + 9, top, left + 11, top + 19)
      .bar(left, top + 9, left + 11, top + 11);
  }

  /** Draws a row of letters: stems with arches, 8 wide every 12 pixels. */
  letters(left: number, top: number, count: number): this {
    for (let i = 0; i < count; i++) {
      const x = left + 12 * i;
      this.bar(x, top, x + 2, top + 15)
        .bar(x, top, x + 7, top + 2)
        .bar(x + 5, top, x + 7, top + 15);
    }
    return this;
  }

  get ink(): InkMap {
    return findInk(this.image);
  }

  at(x: number, y: number): number {
    return this.image.pixels[y * this.image.width + x] ?? -1;
  }
}

/** The grey value of a pixel. */
export function pixelAt(image: GreyImage, x: number, y: number): number {
  return image.pixels[y * image.width + x] ?? -1;
}
