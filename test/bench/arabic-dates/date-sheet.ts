import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { PageBitmap } from '../../../contexts/reading/ports/page-bitmaps.ts';
import { anyDegradation } from '../../../local/samples/any-form/any-degradation.ts';
import { FONTS } from '../../../local/samples/any-form/half.ts';
import type { DrawnWord } from '../../../local/samples/drawing/page-pen.ts';
import type { Random } from '../../../local/samples/random.ts';
import { scanPage } from '../../../local/samples/scanner/scan-page.ts';

/** What stands on a sheet, as it is seen from left to right. */
export interface DrawnText {
  readonly glyphs: string;
  readonly isArabic: boolean;
  readonly font: string;
}

export interface DateSheet {
  readonly bitmap: PageBitmap;
  readonly texts: readonly (DrawnText & {
    /** In pixels of the bitmap. */
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  })[];
}

const WIDTH = 1654;
const HEIGHT = 2339;
const DPI = 200;
/** Letters that are like no digit of Arabic. */
const LETTERS = 'abcdefghkmnpqstuwxzABCDEFGHKLMNPQRSUXZ';
const EASTERN_ZERO = 0x660;
const packages = createRequire(import.meta.url);
const registered = new Set<string>();

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
  const { turn: _turn, ...degradation } = anyDegradation(random);
  const drawn = {
    canvas,
    widthPixels: WIDTH,
    heightPixels: HEIGHT,
    dpi: DPI,
    words,
    checkBoxes: [],
    barcodes: [],
  };
  const { image, jpegQuality, bilevel, truth } = await scanPage(
    'sheet',
    drawn,
    degradation,
    random.whole(0, 1e9),
  );
  const { width, height, channels } = image;
  const raw = sharp(image.data, { raw: { width, height, channels } });
  const scanned = bilevel ? raw : sharp(await raw.jpeg({ quality: jpegQuality }).toBuffer());
  const pixels = await scanned.toColourspace('b-w').raw({ depth: 'uchar' }).toBuffer();
  return {
    bitmap: { pixels, widthPixels: width, heightPixels: height },
    texts: texts.flatMap((text, index) => {
      const box = truth.words[index]?.box;
      if (box === undefined) return [];
      return [
        {
          ...text,
          left: box.Left * width,
          right: (box.Left + box.Width) * width,
          top: box.Top * height,
          bottom: (box.Top + box.Height) * height,
        },
      ];
    }),
  };
}

function anyText(fonts: readonly [string, ...string[]], random: Random): DrawnText {
  const kind = random.next();
  if (kind < 0.82) return { glyphs: anyDate(random), isArabic: true, font: random.pick(fonts) };
  const latin = { isArabic: false, font: anyLatin(random) };
  if (kind < 0.94) return { glyphs: anyDate(random), ...latin };
  return { glyphs: Array.from({ length: 12 }, () => random.pick(lettersOf())).join(''), ...latin };
}

function lettersOf(): [string, ...string[]] {
  return [LETTERS.charAt(0), ...LETTERS.slice(1)];
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

function anyLatin(random: Random): string {
  const { sans, serif, mono } = FONTS.build;
  return random.pick([...sans, ...serif, ...mono]);
}

/** Some fonts have one weight only. */
function familyOf({ font, isArabic }: DrawnText, random: Random): string {
  const weight = random.next() < 0.35 ? 700 : 400;
  const script = isArabic ? 'arabic' : 'latin';
  return registeredFont(font, script, weight) ?? registeredFont(font, script, 400) ?? 'sans-serif';
}

function registeredFont(font: string, script: string, weight: number): string | undefined {
  const family = `sheet-${font}-${weight}`;
  if (registered.has(family)) return family;
  try {
    const file = packages.resolve(`@fontsource/${font}/files/${font}-${script}-${weight}-normal.woff2`);
    GlobalFonts.register(readFileSync(file), family);
  } catch {
    return undefined;
  }
  registered.add(family);
  return family;
}
