import { asciiDigits } from '#shared';
import type { Box } from './care-form.ts';
import type { OcrLine, OcrPage, OcrText, Point } from './ocr-document.ts';
import { hasLetterOrDigit } from './text-folding.ts';
import { quarterTurnsOf, turnPoint } from './quarter-turns.ts';
import { fitSlope } from './slope-fit.ts';

/** A word on a page that was turned upright and straightened; x in page widths, y in page heights of the upright page. */
export interface PageWord {
  readonly text: string;
  readonly confidencePercent: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Which line of the OCR it came in. */
  readonly line: number;
  /** Where the word is on the page as it was scanned. */
  readonly box: Box;
}

export interface PageCheckBox {
  readonly isSelected: boolean;
  readonly confidencePercent: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly box: Box;
}

/** A page as the reader looks at it: upright, straight, with the sizes of its usual letters as yardsticks. */
export interface PageFrame {
  /** 1-based. */
  readonly number: number;
  /** Quarter turns clockwise by which the sheet lies on the scan, 0 to 3. */
  readonly quarterTurns: number;
  readonly words: readonly PageWord[];
  readonly checkBoxes: readonly PageCheckBox[];
  /** Usual width of a character, in page widths. */
  readonly characterWidth: number;
  /** Usual height of a word, in page heights. */
  readonly lineHeight: number;
}

export function middleX(item: { readonly left: number; readonly right: number }): number {
  return (item.left + item.right) / 2;
}

export function middleY(item: { readonly top: number; readonly bottom: number }): number {
  return (item.top + item.bottom) / 2;
}

interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface TurnedBox {
  readonly center: Point;
  readonly width: number;
  readonly height: number;
  /** Whether its corners follow the skew of the text; else it is a plain box around it. */
  readonly isSlanted: boolean;
}

/** The size of a word along and across its text, on the page turned upright. */
function turnCorners(corners: readonly Point[], turns: number): TurnedBox {
  const turned = corners.map((corner) => turnPoint(corner, turns));
  const xs = turned.map((corner) => corner.x);
  const ys = turned.map((corner) => corner.y);
  const [first, second, , fourth] = turned;
  const left = Math.min(...xs);
  const right = Math.max(...xs);
  const top = Math.min(...ys);
  const bottom = Math.max(...ys);
  const isSlanted = first !== undefined && second !== undefined && Math.abs(second.y - first.y) > 1e-5;
  return {
    center: { x: (left + right) / 2, y: (top + bottom) / 2 },
    width: isSlanted ? Math.abs(second.x - first.x) : right - left,
    height: isSlanted && fourth !== undefined ? Math.abs(fourth.y - first.y) : bottom - top,
    isSlanted,
  };
}

function cornersOfText(text: OcrText): readonly Point[] {
  return text.polygon.length === 4 ? text.polygon : cornersOf(text.box);
}

function cornersOf(box: Box): readonly Point[] {
  const right = box.left + box.width;
  const bottom = box.top + box.height;
  return [
    { x: box.left, y: box.top },
    { x: right, y: box.top },
    { x: right, y: bottom },
    { x: box.left, y: bottom },
  ];
}

function median(values: readonly number[], otherwise: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? otherwise;
}

/**
 * Squared ratio of page height to width. Textract does not tell it, but letters are about as wide everywhere: on a page
 * wider than high (an A3 sheet with two forms) they look higher and narrower in page units. A4 otherwise.
 */
function squaredAspect(characterWidth: number, lineHeight: number): number {
  return lineHeight > 1.7 * characterWidth ? 0.5 : 2;
}

/** A split of a word such as `CIN:BK412087`, so that label and value can be told apart. */
function splitAtColon(word: OcrText): readonly OcrText[] {
  const match = /^([^:]*\p{L}[^:]*:)([^:]*[\p{L}\p{N}][^:]*)$/u.exec(word.text);
  const [, head, tail] = match ?? [];
  if (head === undefined || tail === undefined) return [word];
  const share = head.length / word.text.length;
  const [a, b, c, d] = cornersOfText(word);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return [word];
  const between = (from: Point, to: Point): Point => ({
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  });
  const upper = between(a, b);
  const lower = between(d, c);
  return [partOf(word, head, [a, upper, lower, d]), partOf(word, tail, [upper, b, c, lower])];
}

function partOf(word: OcrText, text: string, polygon: readonly Point[]): OcrText {
  const xs = polygon.map((point) => point.x);
  const ys = polygon.map((point) => point.y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return {
    text,
    confidencePercent: word.confidencePercent,
    polygon,
    box: { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top },
  };
}

function wordsOf(line: OcrLine): readonly OcrText[] {
  return line.words.length > 0 ? line.words : [line];
}

/**
 * Turns a page upright and takes out its skew, so that what stands on one printed row has one y and what stands in one
 * column one x. Works without the page's size in pixels.
 */
export function framePage(page: OcrPage): PageFrame {
  const turns = quarterTurnsOf(page);
  const turned = page.lines
    .flatMap((line, index) =>
      wordsOf(line)
        .flatMap(splitAtColon)
        .map((word) => ({ word, line: index })),
    )
    .map(({ word, line }) => ({ word, line, turned: turnCorners(cornersOfText(word), turns) }));
  const readable = turned.filter(({ word }) => word.text.length > 1 && hasLetterOrDigit(word.text));
  const characterWidth = median(
    readable.map(({ word, turned: { width } }) => width / word.text.length),
    0.01,
  );
  const slope = fitSlope(page, turns);
  const tilt = Math.abs(slope.atCenter);
  // A plain box around skewed text is higher than the text; the text's share is what is left of it.
  const textHeight = ({ height, width, isSlanted }: TurnedBox): number =>
    isSlanted ? height : Math.max(height - tilt * width, height * 0.35);
  const lineHeight = median(
    readable.map((item) => textHeight(item.turned)),
    0.01,
  );
  const stretch = squaredAspect(characterWidth, lineHeight);
  const straighten = (item: TurnedBox): Extent => {
    const y = item.center.y - slope.rise(item.center.x, item.center.y);
    const x = item.center.x + slope.atCenter * stretch * (item.center.y - 0.5);
    const halfHeight = textHeight(item) / 2;
    return {
      left: x - item.width / 2,
      right: x + item.width / 2,
      top: y - halfHeight,
      bottom: y + halfHeight,
    };
  };
  const words = turned.map(({ word, line, turned: item }): PageWord => ({
    text: asciiDigits(word.text).trim(),
    confidencePercent: word.confidencePercent,
    line,
    box: word.box,
    ...straighten(item),
  }));
  return {
    number: page.number,
    quarterTurns: turns,
    words: words.filter((word) => word.text !== ''),
    checkBoxes: (page.checkBoxes ?? []).map((found) => ({
      ...found,
      ...straighten(turnCorners(cornersOf(found.box), turns)),
    })),
    characterWidth: Math.max(characterWidth, 1e-4),
    lineHeight: Math.max(lineHeight, 1e-4),
  };
}
