import {
  beginText,
  endMarkedContent,
  endText,
  fill,
  PDFHexString,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  rectangle,
  setFillingRgbColor,
  setFontAndSize,
  setTextMatrix,
  showText,
  type PDFPage,
} from '@cantoo/pdf-lib';
import { NotPrintableError } from './not-printable-error.ts';
import type { Face, TypeCase, Weight } from './type-case.ts';
import { visualRuns, type Direction, type VisualRun } from './visual-runs.ts';

/** Red, green and blue, 0 to 1. */
export type Colour = readonly [number, number, number];
export const BLACK: Colour = [0.1, 0.1, 0.12];
export const GREY: Colour = [0.38, 0.4, 0.43];

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: Colour;
  readonly direction?: Direction;
  readonly align?: 'left' | 'right' | 'centre';
  /** A line that is wider is set smaller, as far as it can be read. */
  readonly maxWidth?: number;
}

const SMALLEST = 0.45;
/** Sizes are multiplied and divided on the way. */
const ROUNDING_POINTS = 0.01;
/** Subset glyph ids are written in four hexadecimal digits. */
const DIGITS_PER_GLYPH = 4;

/**
 * Writes on a page, in points from the lower left corner. Each glyph is put where the font says, because marks above and below
 * Arabic letters are glyphs of their own, and pdf-lib itself sets glyphs side by side only.
 */
export class PagePen {
  readonly #page: PDFPage;
  readonly #fonts: TypeCase;
  readonly #keys = new Map<Face, PDFName>();

  constructor(page: PDFPage, fonts: TypeCase) {
    this.#page = page;
    this.#fonts = fonts;
  }

  widthOf(text: string, { size, weight = 'regular', direction = 'ltr' }: TextStyle): number {
    return this.#runs(text, direction, weight).reduce((sum, run) => sum + runWidth(run, size), 0);
  }

  /**
   * Writes one line; `x` is its left end, its right end or its middle, as it is aligned.
   * @throws NotPrintableError where it has letters that no font has, or is too long to be read
   */
  text(x: number, baseline: number, text: string, style: TextStyle): void {
    const { weight = 'regular', direction = 'ltr', align = 'left', colour = BLACK } = style;
    const size = this.#fittingSize(text, style);
    const runs = this.#runs(text, direction, weight);
    const letters = runs.flatMap(({ missing }) => missing);
    if (letters.length > 0) throw new NotPrintableError({ because: 'LETTERS_NOT_PRINTABLE', letters });
    const width = runs.reduce((sum, run) => sum + runWidth(run, size), 0);
    let left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
    const operators: PDFOperator[] = [spoken(text), setFillingRgbColor(...colour), beginText()];
    for (const run of runs) {
      operators.push(...this.#show(run, left, baseline, size));
      left += runWidth(run, size);
    }
    this.#page.pushOperators(...operators, endText(), endMarkedContent());
  }

  rectangle(x: number, y: number, width: number, height: number, colour: Colour): void {
    this.rectangles([[x, y, width, height]], colour);
  }

  /** Many rectangles in one path, so that no hair lines show between those that touch. */
  rectangles(all: readonly (readonly [number, number, number, number])[], colour: Colour): void {
    this.#page.pushOperators(setFillingRgbColor(...colour), ...all.map((one) => rectangle(...one)), fill());
  }

  #runs(text: string, direction: Direction, weight: Weight): readonly VisualRun[] {
    return visualRuns(text, direction, { fonts: this.#fonts, weight });
  }

  #fittingSize(text: string, style: TextStyle): number {
    const { size, maxWidth = Infinity } = style;
    const width = this.widthOf(text, style);
    const fitting = width <= maxWidth ? size : size * (maxWidth / width);
    if (fitting < size * SMALLEST - ROUNDING_POINTS)
      throw new NotPrintableError({ because: 'TEXT_TOO_LONG' });
    return fitting;
  }

  #show(run: VisualRun, left: number, baseline: number, size: number): PDFOperator[] {
    const { face } = run;
    const codes = face.embedded.encodeText(run.text).asString();
    const { positions } = face.metrics.layout(run.text);
    const scale = size / face.metrics.unitsPerEm;
    let cursor = left;
    const operators: PDFOperator[] = [setFontAndSize(this.#keyOf(face), size)];
    for (const [index, { xAdvance, xOffset, yOffset }] of (positions ?? []).entries()) {
      const code = codes.slice(index * DIGITS_PER_GLYPH, (index + 1) * DIGITS_PER_GLYPH);
      operators.push(
        setTextMatrix(1, 0, 0, 1, cursor + xOffset * scale, baseline + yOffset * scale),
        showText(PDFHexString.of(code)),
      );
      cursor += xAdvance * scale;
    }
    return operators;
  }

  #keyOf(face: Face): PDFName {
    const known = this.#keys.get(face);
    if (known !== undefined) return known;
    const key = this.#page.node.newFontDictionary(face.embedded.name, face.embedded.ref);
    this.#keys.set(face, key);
    return key;
  }
}

/** What screen readers say and what is copied: glyphs of Arabic are parts of letters, in the order they are seen in. */
function spoken(text: string): PDFOperator {
  const properties = `<</ActualText ${PDFHexString.fromText(text).toString()}>>`;
  return PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [PDFName.of('Span'), properties]);
}

function runWidth({ face, text }: VisualRun, size: number): number {
  return (face.metrics.layout(text).advanceWidth * size) / face.metrics.unitsPerEm;
}
