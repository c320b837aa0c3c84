import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { LabelCondition, TruthBarcode } from '../truth.ts';
import { fontFamily, type ArabicFont, type Font, type LatinFont, type Weight } from './fonts.ts';

/** A page is drawn in units of 1/96 inch: A4 is 794 by 1123. */
export const PAGE_WIDTH = 794;
export const PAGE_HEIGHT = 1123;
const UNITS_PER_INCH = 96;

export interface PixelPoint {
  readonly x: number;
  readonly y: number;
}
/** In pixels of the drawn page, clockwise from the text's own top left. */
export type PixelQuad = readonly [PixelPoint, PixelPoint, PixelPoint, PixelPoint];

export interface DrawnWord {
  readonly text: string;
  readonly field: string | null;
  readonly quad: PixelQuad;
  readonly stamp?: true;
  readonly arabic?: true;
  readonly cells?: readonly { readonly text: string; readonly quad: PixelQuad }[];
}

export interface DrawnCheckBox {
  readonly name: string;
  readonly selected: boolean;
  readonly quad: PixelQuad;
}

export interface DrawnBarcode {
  readonly symbology: TruthBarcode['symbology'];
  readonly text: string;
  readonly condition: LabelCondition;
  readonly quad: PixelQuad;
}

export interface DrawnPage {
  /** Of one pixel where only the words were wanted. */
  readonly canvas: Canvas;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly dpi: number;
  readonly words: readonly DrawnWord[];
  readonly checkBoxes: readonly DrawnCheckBox[];
  /** On the labels of boxes. */
  readonly barcodes: readonly DrawnBarcode[];
}

export interface TextStyle {
  readonly font: LatinFont;
  readonly size: number;
  readonly weight?: Weight;
  readonly color?: string;
  readonly align?: 'left' | 'right' | 'center';
  /** Name of the field the words belong to. */
  readonly field?: string;
  readonly stamp?: true;
}

export interface ArabicStyle {
  readonly font?: ArabicFont;
  readonly size: number;
  readonly weight?: Weight;
  readonly color?: string;
  readonly field?: string;
}

const INK = '#1c1c1c';

interface TextExtent {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly ascent: number;
  readonly descent: number;
}

interface PenOptions {
  /** Colour of the sheet; white unless said. */
  readonly paper?: string;
  /** Nothing is drawn, only kept where it would be drawn: many times as fast. */
  readonly isWordsOnly?: boolean;
  /** Each text is measured in one size and scaled: faster where sizes are many; a thousandth less exact. */
  readonly isMeasuredOnce?: boolean;
}

const REFERENCE_SIZE = 64;

/** By font and text. */
const extents = new Map<string, TextExtent>();
const EXTENTS_KEPT = 200_000;

/** Draws on a page and keeps what was drawn where: each word and each check box, in pixels. */
export class PagePen {
  readonly context: SKRSContext2D;
  readonly #canvas: Canvas;
  readonly #dpi: number;
  readonly #isWordsOnly: boolean;
  readonly #isMeasuredOnce: boolean;
  readonly #widthPixels: number;
  readonly #heightPixels: number;
  readonly #words: DrawnWord[] = [];
  readonly #checkBoxes: DrawnCheckBox[] = [];
  readonly #barcodes: DrawnBarcode[] = [];

  constructor(dpi: number, options: PenOptions = {}) {
    const { paper = '#ffffff', isWordsOnly = false, isMeasuredOnce = false } = options;
    const scale = dpi / UNITS_PER_INCH;
    this.#dpi = dpi;
    this.#isWordsOnly = isWordsOnly;
    this.#isMeasuredOnce = isMeasuredOnce;
    this.#widthPixels = Math.round(PAGE_WIDTH * scale);
    this.#heightPixels = Math.round(PAGE_HEIGHT * scale);
    this.#canvas = isWordsOnly ? createCanvas(1, 1) : createCanvas(this.#widthPixels, this.#heightPixels);
    this.context = this.#canvas.getContext('2d');
    this.context.fillStyle = paper;
    this.context.fillRect(0, 0, this.#canvas.width, this.#canvas.height);
    this.context.scale(scale, scale);
  }

  /** Width of a text in page units; what is drawn next is drawn in this font. */
  measure(text: string, font: Font, size: number, weight: Weight = 400): number {
    const family = fontFamily(font, weight);
    if (!this.#isWordsOnly) this.context.font = `${size}px ${family}`;
    return this.#extent(text, family, size).width;
  }

  #extent(text: string, family: string, size: number): TextExtent {
    if (!this.#isMeasuredOnce) return this.#measured(text, family, size);
    const { width, left, right, ascent, descent } = this.#measured(text, family, REFERENCE_SIZE);
    const scale = size / REFERENCE_SIZE;
    return {
      width: width * scale,
      left: left * scale,
      right: right * scale,
      ascent: ascent * scale,
      descent: descent * scale,
    };
  }

  /** Measuring takes most of the time of a layout, and forms say the same again and again. */
  #measured(text: string, family: string, size: number): TextExtent {
    const css = `${size}px ${family}`;
    const key = `${css} ${text}`;
    const known = extents.get(key);
    if (known !== undefined) return known;
    const { font, textAlign, direction } = this.context;
    this.context.font = css;
    // Where a text begins depends on what was drawn before it, unless it is said.
    this.context.textAlign = 'left';
    this.context.direction = 'ltr';
    const metrics = this.context.measureText(text);
    const extent = {
      width: metrics.width,
      left: metrics.actualBoundingBoxLeft,
      right: metrics.actualBoundingBoxRight,
      ascent: metrics.actualBoundingBoxAscent,
      descent: metrics.actualBoundingBoxDescent,
    };
    if (!this.#isWordsOnly) this.context.font = font;
    this.context.textAlign = textAlign;
    this.context.direction = direction;
    if (extents.size >= EXTENTS_KEPT) extents.clear();
    extents.set(key, extent);
    return extent;
  }

  /** Draws words from left to right on a base line; returns the x after the last one. */
  text(x: number, baseline: number, text: string, style: TextStyle): number {
    const { font, size, weight = 400, color = INK, align = 'left', field = null, stamp } = style;
    this.context.direction = 'ltr';
    this.context.textAlign = 'left';
    const space = this.measure(' ', font, size, weight);
    const words = text.split(' ').filter((word) => word !== '');
    const widths = words.map((word) => this.measure(word, font, size, weight));
    const total = widths.reduce((sum, width) => sum + width, 0) + space * Math.max(0, words.length - 1);
    let cursor = align === 'left' ? x : align === 'right' ? x - total : x - total / 2;
    this.context.fillStyle = color;
    const family = fontFamily(font, weight);
    const capitalHeight = size * 0.7;
    words.forEach((word, index) => {
      const extent = this.#extent(word, family, size);
      if (!this.#isWordsOnly) this.context.fillText(word, cursor, baseline);
      const ascent = Math.max(extent.ascent, capitalHeight);
      const descent = Math.max(extent.descent, 0);
      const left = cursor - extent.left;
      const quad = this.quad(left, baseline - ascent, cursor + extent.right - left, ascent + descent);
      this.#words.push({ text: word, field, quad, ...(stamp ? { stamp } : {}) });
      cursor += (widths[index] ?? 0) + space;
    });
    return words.length === 0 ? cursor : cursor - space;
  }

  /** Draws Arabic words from right to left, ending at `right`, shaped and joined; returns the x before the last one. */
  arabic(right: number, baseline: number, text: string, size: number, weight: Weight = 400): number {
    return this.arabicWords(right, baseline, text, { size, weight });
  }

  /** The same in any Arabic font and colour. */
  arabicWords(right: number, baseline: number, text: string, style: ArabicStyle): number {
    const { font = 'noto-naskh-arabic', size, weight = 400, color = INK, field = null } = style;
    const space = this.measure(' ', font, size, weight);
    let cursor = right;
    for (const word of text.split(' ')) {
      this.context.direction = 'rtl';
      this.context.textAlign = 'right';
      this.context.fillStyle = color;
      const width = this.measure(word, font, size, weight);
      if (!this.#isWordsOnly) this.context.fillText(word, cursor, baseline);
      const quad = this.quad(cursor - width, baseline - size * 0.85, width, size * 1.15);
      this.#words.push({ text: word, field, quad, arabic: true });
      cursor -= width + space;
    }
    return cursor + space;
  }

  /** Draws an Arabic text that begins, at its left end, at `left`; returns the x after it. */
  arabicFrom(left: number, baseline: number, text: string, size: number, weight: Weight = 400): number {
    const right = left + this.measure(text, 'noto-naskh-arabic', size, weight);
    this.arabic(right, baseline, text, size, weight);
    return right;
  }

  line(
    x1: number,
    y1: number,
    x2: number,
    y2: number,
    width = 1,
    dash: readonly number[] = [],
    color = INK,
  ): void {
    if (this.#isWordsOnly) return;
    this.context.strokeStyle = color;
    this.context.lineWidth = width;
    this.context.setLineDash([...dash]);
    this.context.beginPath();
    this.context.moveTo(x1, y1);
    this.context.lineTo(x2, y2);
    this.context.stroke();
    this.context.setLineDash([]);
  }

  rectangle(
    x: number,
    y: number,
    width: number,
    height: number,
    style: { fill?: string; stroke?: number; color?: string } = {},
  ): void {
    if (this.#isWordsOnly) return;
    if (style.fill !== undefined) {
      this.context.fillStyle = style.fill;
      this.context.fillRect(x, y, width, height);
    }
    if (style.stroke !== undefined) {
      this.context.strokeStyle = style.color ?? INK;
      this.context.lineWidth = style.stroke;
      this.context.strokeRect(x, y, width, height);
    }
  }

  /** Records a word that was drawn in other ways (a character a cell). */
  recordWord(word: DrawnWord): void {
    this.#words.push(word);
  }

  recordCheckBox(box: DrawnCheckBox): void {
    this.#checkBoxes.push(box);
  }

  recordBarcode(barcode: DrawnBarcode): void {
    this.#barcodes.push(barcode);
  }

  /** A rectangle of page units as pixels, through the context's present transformation (a stamp is turned). */
  quad(x: number, y: number, width: number, height: number): PixelQuad {
    const { a, b, c, d, e, f } = this.context.getTransform();
    const at = (px: number, py: number): PixelPoint => ({ x: a * px + c * py + e, y: b * px + d * py + f });
    return [at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height)];
  }

  finish(): DrawnPage {
    return {
      canvas: this.#canvas,
      widthPixels: this.#widthPixels,
      heightPixels: this.#heightPixels,
      dpi: this.#dpi,
      words: this.#words,
      checkBoxes: this.#checkBoxes,
      barcodes: this.#barcodes,
    };
  }
}
