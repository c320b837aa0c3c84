import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { PageBitmap } from '../../../contexts/reading/ports/page-bitmaps.ts';
import type { DrawnWord } from '../../../local/samples/drawing/page-pen.ts';
import type { Random } from '../../../local/samples/random.ts';
import { scannedSheet, SHEET, type SheetBox } from './scanned-sheet.ts';
import { anyLatin, familyOf } from './sheet-fonts.ts';

/** What stands on a sheet, as it is seen from left to right. */
export interface DrawnText {
  readonly glyphs: string;
  readonly isArabic: boolean;
  readonly font: string;
}

export interface DateSheet {
  readonly bitmap: PageBitmap;
  readonly texts: readonly (DrawnText & SheetBox)[];
}

const { width: WIDTH, height: HEIGHT } = SHEET;
/** Letters that are like no digit of Arabic. */
const LETTERS = 'abcdefghkmnpqstuwxzABCDEFGHKLMNPQRSUXZ';
const EASTERN_ZERO = 0x660;

/** Draws lines of dates and other texts, each in a font and size of its own, and scans the sheet as claims are scanned. */
export async function dateSheet(fonts: readonly [string, ...string[]], random: Random): Promise<DateSheet> {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  const words: DrawnWord[] = [];
  const texts: DrawnText[] = [];
  for (let y = 70; y < HEIGHT - 80;) {
    const size = 17 + 40 * random.next() ** 2;
    y += size * (1.5 + random.next());
    for (let x = 90; ;) {
      const text = anyText(fonts, random);
      const family = familyOf(text, random);
      context.font = `${size}px ${family}`;
      const width = context.measureText(writtenOf(text)).width;
      if (x + width > WIDTH - 90) break;
      drawText(context, text, { x, y, width, size }, random);
      words.push({ text: text.glyphs, field: null, quad: quadOf(x, y, width, size) });
      texts.push(text);
      x += width + size * (1.5 + 2 * random.next());
    }
  }
  const { bitmap, boxes } = await scannedSheet(canvas, words, random);
  return {
    bitmap,
    texts: texts.flatMap((text, index) => {
      const box = boxes[index];
      return box === undefined ? [] : [{ ...text, ...box }];
    }),
  };
}

function anyText(fonts: readonly [string, ...string[]], random: Random): DrawnText {
  const kind = random.next();
  if (kind < 0.82) return { glyphs: anyDate(random), isArabic: true, font: random.pick(fonts) };
  const latin = { isArabic: false, font: anyLatin(random) };
  if (kind < 0.94) return { glyphs: anyDate(random), ...latin };
  return { glyphs: anyLetters(random), ...latin };
}

function anyLetters(random: Random): string {
  return Array.from({ length: 12 }, () => LETTERS.charAt(random.whole(0, LETTERS.length - 1))).join('');
}

/** All digits alike often, but for what dates have more of. */
function anyDate(random: Random): string {
  const separator = random.pick(['/', '/', '/', '/', '-', '.'] as const);
  const isReal = random.next() < 0.4;
  const day = isReal ? String(random.whole(1, 31)).padStart(2, '0') : random.digits(2);
  const month = isReal ? String(random.whole(1, 12)).padStart(2, '0') : random.digits(2);
  const year = isReal ? String(random.whole(1930, 2027)) : random.digits(4);
  const parts = [day, month, year];
  return (separator === '-' ? parts.toReversed() : parts).join(separator);
}

/** What has to be written so that it is seen so: hyphens turn the parts of an Arabic date about. */
function writtenOf({ glyphs, isArabic }: DrawnText): string {
  if (!isArabic) return glyphs;
  const parts = glyphs.includes('-') ? glyphs.split('-').toReversed().join('-') : glyphs;
  return parts.replace(/\d/g, (digit) => String.fromCharCode(EASTERN_ZERO + Number(digit)));
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

function drawText(
  context: SKRSContext2D,
  text: DrawnText,
  { x, y, width, size }: Place,
  random: Random,
): void {
  const grey = Math.round(random.next() ** 2 * 110);
  context.fillStyle = `rgb(${grey},${grey},${grey})`;
  context.direction = text.isArabic ? 'rtl' : 'ltr';
  context.textAlign = 'left';
  context.fillText(writtenOf(text), x, y);
  if (random.next() < 0.35) {
    context.strokeStyle = context.fillStyle;
    context.lineWidth = 1 + random.next() * 1.5;
    context.setLineDash(random.next() < 0.6 ? [2, 3] : []);
    const below = y + size * (0.2 + 0.2 * random.next());
    context.beginPath();
    context.moveTo(x - size, below);
    context.lineTo(x + width + size, below);
    context.stroke();
  }
}

function quadOf(x: number, y: number, width: number, size: number): DrawnWord['quad'] {
  const [left, right, top, bottom] = [x - size * 0.15, x + width + size * 0.15, y - size, y + size * 0.4];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}
