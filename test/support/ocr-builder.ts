import type { Box } from '../../contexts/reading/domain/care-form.ts';
import type {
  OcrCheckBox,
  OcrDocument,
  OcrLine,
  OcrPage,
  OcrText,
  Point,
} from '../../contexts/reading/domain/ocr-document.ts';

/** A text to print, in A4 millimetres from the top left; several words are spaced as a printer would. */
export interface PrintedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Height of the letters; 3 mm by default. */
  readonly height?: number;
  readonly confidencePercent?: number;
  /** Prints each character in a cell of its own, this far apart, as in a comb. */
  readonly pitch?: number;
}

export interface PrintedBox {
  readonly x: number;
  readonly y: number;
  readonly isSelected: boolean;
}

export interface Sheet {
  readonly texts: readonly PrintedText[];
  readonly boxes?: readonly PrintedBox[];
  readonly number?: number;
  /** How the sheet lies in the scanner. */
  readonly skewDegrees?: number;
  readonly quarterTurns?: 0 | 1 | 2 | 3;
  /** Page width in millimetres; 210 by default (420 for an A3 sheet with two forms). */
  readonly width?: number;
  readonly height?: number;
}

type Place = (x: number, y: number) => Point;

const characterShare = 0.62;

/** Where a point of the sheet lands on the scan, as ratios of the scan's width and height. */
function scanner(sheet: Sheet): Place {
  const width = sheet.width ?? 210;
  const height = sheet.height ?? 297;
  const angle = ((sheet.skewDegrees ?? 0) * Math.PI) / 180;
  return (x, y) => {
    const dx = x - width / 2;
    const dy = y - height / 2;
    const skewedX = (dx * Math.cos(angle) - dy * Math.sin(angle)) / width + 0.5;
    const skewedY = (dx * Math.sin(angle) + dy * Math.cos(angle)) / height + 0.5;
    if (sheet.quarterTurns === 1) return { x: 1 - skewedY, y: skewedX };
    if (sheet.quarterTurns === 2) return { x: 1 - skewedX, y: 1 - skewedY };
    if (sheet.quarterTurns === 3) return { x: skewedY, y: 1 - skewedX };
    return { x: skewedX, y: skewedY };
  };
}

export function boxOf(polygon: readonly Point[]): Box {
  const xs = polygon.map((point) => point.x);
  const ys = polygon.map((point) => point.y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

function textAt(
  text: string,
  x: number,
  y: number,
  width: number,
  height: number,
  confidencePercent: number,
  place: Place,
): OcrText {
  const polygon = [place(x, y), place(x + width, y), place(x + width, y + height), place(x, y + height)];
  return { text, confidencePercent, polygon, box: boxOf(polygon) };
}

function printLine(printed: PrintedText, place: Place): OcrLine {
  const height = printed.height ?? 3;
  const letter = height * characterShare;
  const confidencePercent = printed.confidencePercent ?? 99;
  const pieces = printed.pitch === undefined ? printed.text.split(' ') : Array.from(printed.text);
  let x = printed.x;
  const words: OcrText[] = [];
  for (const piece of pieces) {
    const width = piece.length * letter;
    if (piece !== ' ') words.push(textAt(piece, x, printed.y, width, height, confidencePercent, place));
    x += printed.pitch ?? width + letter;
  }
  const end = x - (printed.pitch === undefined ? letter : printed.pitch - letter);
  return {
    ...textAt(
      words.map((word) => word.text).join(' '),
      printed.x,
      printed.y,
      end - printed.x,
      height,
      confidencePercent,
      place,
    ),
    words,
  };
}

/** Prints a sheet as a perfect OCR would read it. */
export function printPage(sheet: Sheet): OcrPage {
  const place = scanner(sheet);
  const checkBoxes = sheet.boxes?.map((box): OcrCheckBox => {
    const { x, y } = box;
    return {
      box: boxOf([place(x, y), place(x + 3, y), place(x + 3, y + 3), place(x, y + 3)]),
      isSelected: box.isSelected,
      confidencePercent: 98,
    };
  });
  return {
    number: sheet.number ?? 1,
    wasRead: true,
    lines: sheet.texts.map((text) => printLine(text, place)),
    ...(checkBoxes === undefined ? {} : { checkBoxes }),
  };
}

export function printDocument(...sheets: readonly Sheet[]): OcrDocument {
  return { pages: sheets.map((sheet, index) => printPage({ ...sheet, number: index + 1 })) };
}

export function unreadPage(number: number): OcrPage {
  return { number, wasRead: false, lines: [] };
}
