import type {
  RecognisedCheckBox,
  RecognisedLine,
  RecognisedPage,
  RecognisedText,
} from '../ocr/engine/ocr-engine.ts';
import type { PageTruth, TruthCheckBox, TruthPolygon, TruthWord } from './truth.ts';

export interface AnswerOptions {
  /** OCR services promise nothing on Arabic: left out unless asked for. */
  readonly arabic?: 'omit' | 'keep';
  /** Characters in cells come back one word each, as they do from an OCR service, or as one word. */
  readonly comb?: 'cells' | 'joined';
  /** Text detection knows no check boxes: a cross in one comes back as a word (`X`), or not at all. */
  readonly ticks?: 'words' | 'omit';
  /** 0 to 100; a stamp, over other print, and a tick get 10 less. */
  readonly confidencePercent?: number;
}

/** A gap wider than this part of the page's height parts two lines, as Textract parts columns. */
const LINE_GAP = 0.017;

interface Piece {
  readonly text: string;
  readonly polygon: TruthPolygon;
  readonly stamp: boolean;
  /** Less sure than print. */
  readonly unsure: boolean;
}

/** A piece in pixels, seen along its own base line. */
interface PlacedPiece extends Piece {
  readonly startX: number;
  readonly startY: number;
  readonly endX: number;
  readonly endY: number;
  readonly height: number;
  readonly angle: number;
}

/** What a perfect OCR engine would answer for a page: every word that is printed on it, grouped into lines. */
export function recognisedPage(truth: PageTruth, options: AnswerOptions = {}): RecognisedPage {
  const { arabic = 'omit', comb = 'cells', ticks = 'words', confidencePercent = 99 } = options;
  const { width, height } = truth.image;
  const pieces = truth.words
    .filter((word) => arabic === 'keep' || word.arabic !== true)
    .flatMap((word) => piecesOf(word, comb));
  if (ticks === 'words') pieces.push(...truth.checkBoxes.filter((box) => box.selected).map(tickOf));
  const placed = pieces.map((piece) => place(piece, width, height));
  const angle = median(placed.filter((piece) => !piece.stamp).map((piece) => piece.angle));
  const lines = groupLines(placed, angle, LINE_GAP * Math.max(width, height));
  return {
    widthPixels: width,
    heightPixels: height,
    lines: lines.map((words) => lineOf(words, confidencePercent, width, height)),
    checkBoxes: truth.checkBoxes.map((box): RecognisedCheckBox => ({
      polygon: box.polygon,
      confidencePercent,
      selected: box.selected,
    })),
  };
}

function piecesOf(word: TruthWord, comb: 'cells' | 'joined'): readonly Piece[] {
  if (comb === 'cells' && word.cells !== undefined)
    return word.cells.map((cell) => ({ text: cell.t, polygon: cell.polygon, stamp: false, unsure: false }));
  return [{ text: word.t, polygon: word.polygon, stamp: word.stamp === true, unsure: word.stamp === true }];
}

function tickOf(box: TruthCheckBox): Piece {
  return { text: 'X', polygon: box.polygon, stamp: false, unsure: true };
}

function place(piece: Piece, width: number, height: number): PlacedPiece {
  const [topLeft, topRight, bottomRight, bottomLeft] = piece.polygon;
  const startX = ((topLeft.x + bottomLeft.x) / 2) * width;
  const startY = ((topLeft.y + bottomLeft.y) / 2) * height;
  const endX = ((topRight.x + bottomRight.x) / 2) * width;
  const endY = ((topRight.y + bottomRight.y) / 2) * height;
  const wordHeight = Math.hypot((bottomLeft.x - topLeft.x) * width, (bottomLeft.y - topLeft.y) * height);
  return {
    ...piece,
    startX,
    startY,
    endX,
    endY,
    height: wordHeight,
    angle: Math.atan2(endY - startY, endX - startX),
  };
}

/** Chains each word to the nearest line end on its left, along that line's own direction; so tilted pages group as flat ones do. */
function groupLines(pieces: readonly PlacedPiece[], angle: number, gap: number): readonly Line[] {
  const along = (piece: PlacedPiece): number =>
    piece.startX * Math.cos(angle) + piece.startY * Math.sin(angle);
  const across = (piece: PlacedPiece): number =>
    piece.startY * Math.cos(angle) - piece.startX * Math.sin(angle);
  const lines: { words: [PlacedPiece, ...PlacedPiece[]]; last: PlacedPiece }[] = [];
  for (const piece of [...pieces].sort((left, right) => along(left) - along(right))) {
    let nearest: (typeof lines)[number] | undefined;
    let nearestDistance = gap;
    for (const line of lines) {
      if (line.last.stamp !== piece.stamp) continue;
      const direction = piece.stamp ? line.last.angle : angle;
      const dx = piece.startX - line.last.endX;
      const dy = piece.startY - line.last.endY;
      const forward = dx * Math.cos(direction) + dy * Math.sin(direction);
      const sideways = Math.abs(dy * Math.cos(direction) - dx * Math.sin(direction));
      if (
        sideways > 0.5 * Math.min(piece.height, line.last.height) ||
        forward < -0.3 * piece.height ||
        forward >= nearestDistance
      )
        continue;
      nearest = line;
      nearestDistance = forward;
    }
    if (nearest === undefined) {
      lines.push({ words: [piece], last: piece });
    } else {
      nearest.words.push(piece);
      nearest.last = piece;
    }
  }
  return inReadingOrder(
    lines.map(({ words }) => words),
    along,
    across,
  );
}

type Line = readonly [PlacedPiece, ...PlacedPiece[]];

/** From top to bottom, and from left to right among the lines that stand side by side. */
function inReadingOrder(
  lines: readonly Line[],
  along: (piece: PlacedPiece) => number,
  across: (piece: PlacedPiece) => number,
): readonly Line[] {
  const rows: { readonly top: number; readonly lines: Line[] }[] = [];
  for (const line of [...lines].sort((left, right) => across(left[0]) - across(right[0]))) {
    const row = rows.at(-1);
    if (row !== undefined && across(line[0]) - row.top < 0.6 * line[0].height) row.lines.push(line);
    else rows.push({ top: across(line[0]), lines: [line] });
  }
  return rows.flatMap((row) => row.lines.sort((left, right) => along(left[0]) - along(right[0])));
}

function lineOf(
  words: readonly [PlacedPiece, ...PlacedPiece[]],
  confidence: number,
  width: number,
  height: number,
): RecognisedLine {
  const texts = words.map((word): RecognisedText => ({
    text: word.text,
    confidencePercent: word.unsure ? confidence - 10 : confidence,
    polygon: word.polygon,
  }));
  const first = words[0];
  const last = words.at(-1) ?? first;
  const direction =
    words.length === 1 ? first.angle : Math.atan2(last.endY - first.startY, last.endX - first.startX);
  return {
    text: texts.map((word) => word.text).join(' '),
    confidencePercent: Math.min(...texts.map((word) => word.confidencePercent)),
    polygon: hull(words, direction, width, height),
    words: texts,
  };
}

/** The smallest rectangle in the given direction around the words. */
function hull(words: readonly Piece[], direction: number, width: number, height: number): TruthPolygon {
  const cosine = Math.cos(direction);
  const sine = Math.sin(direction);
  const corners = words.flatMap((word) => word.polygon.map(({ x, y }) => ({ x: x * width, y: y * height })));
  const alongs = corners.map(({ x, y }) => x * cosine + y * sine);
  const acrosses = corners.map(({ x, y }) => y * cosine - x * sine);
  const left = Math.min(...alongs);
  const right = Math.max(...alongs);
  const top = Math.min(...acrosses);
  const bottom = Math.max(...acrosses);
  const at = (along: number, across: number) => ({
    x: (along * cosine - across * sine) / width,
    y: (along * sine + across * cosine) / height,
  });
  return [at(left, top), at(right, top), at(right, bottom), at(left, bottom)];
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
