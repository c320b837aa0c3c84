import type { OcrLine, OcrText, Point } from '../ocr-document.ts';
import type { LookWanted, SecondLook } from '../witnesses.ts';

/**
 * Places that are worth reading once more, cut out, turned upright, enlarged and put below each other on one sheet: one call of
 * the OCR reads them all, and each line that it finds is identified by its band.
 */

/** Pixels; origin top left. */
export interface PixelArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The picture of a page, as it was scanned. */
export interface PictureSize {
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** The part of an upright cutting that holds one row of text, after it was turned level around its middle. */
export interface LevelStrip {
  /** Clockwise, by which the text falls. */
  readonly degrees: number;
  readonly width: number;
  readonly height: number;
}

/** One place on its way from the page to the sheet. */
export interface LookBand {
  readonly look: LookWanted;
  /** What is cut out of the page's picture. */
  readonly from: PixelArea;
  /** What of it is kept once it is upright and level, in pixels of the page's picture: without the rows above and below. */
  readonly strip: LevelStrip;
  /** Where it is put on the sheet, turned and enlarged. */
  readonly onto: PixelArea;
}

export interface LookSheet extends PictureSize {
  /** Where the sheet says, in words, which way up it is: a few numbers alone are as good a text upside down. */
  readonly caption: PixelArea;
  readonly bands: readonly LookBand[];
}

/** The long side of a page at twice the 200 dpi that most are scanned at: A4 at 400 dpi. */
export const ENLARGED_LONG_SIDE_PIXELS = 4678;
/** Ratio of the place's smaller side that is left around it: boxes of the OCR end at the letters, and may cut them. */
const ROOM = 0.3;
/** White between bands and around them, in pixels: no line of the OCR reaches over it. */
const GAP_PIXELS = 80;
const CAPTION = { left: GAP_PIXELS, top: GAP_PIXELS, width: 1120, height: 188 } as const;
/** Textract takes sides of 10,000 pixels; a sheet of half that stays below 5 MB, whatever is on it. */
const LONGEST_SIDE_PIXELS = 5000;

/**
 * Lays the places out in the order they come in; those for which there is no room any more, or no picture, are left out.
 * @param sizes by page number
 * @returns undefined where no place is left
 */
export function layOutLooks(
  looks: readonly LookWanted[],
  sizes: ReadonlyMap<number, PictureSize>,
): LookSheet | undefined {
  const bands: LookBand[] = [];
  let top = CAPTION.top + CAPTION.height + GAP_PIXELS;
  for (const look of looks) {
    const size = sizes.get(look.page);
    const from = size && cutOut(look, size);
    if (size === undefined || from === undefined) continue;
    const strip = levelStrip(from, size, look);
    const { width, height } = enlarged(strip, size);
    if (top + height + GAP_PIXELS > LONGEST_SIDE_PIXELS) continue;
    bands.push({ look, from, strip, onto: { left: GAP_PIXELS, top, width, height } });
    top += height + GAP_PIXELS;
  }
  if (bands.length === 0) return undefined;
  const widest = Math.max(CAPTION.width, ...bands.map(({ onto }) => onto.width));
  return { widthPixels: widest + 2 * GAP_PIXELS, heightPixels: top, caption: CAPTION, bands };
}

/** How far a row falls on its way over a number of pixels, and the height of a box around it without that fall. */
function fallOf({ box, quarterTurns, slope = 0 }: LookWanted, { widthPixels, heightPixels }: PictureSize) {
  const [across, along] = quarterTurns % 2 === 0 ? [heightPixels, widthPixels] : [widthPixels, heightPixels];
  const [width, height] =
    quarterTurns % 2 === 0
      ? [box.width * widthPixels, box.height * heightPixels]
      : [box.height * heightPixels, box.width * widthPixels];
  const perPixel = (slope * across) / along;
  const rowHeight = height - Math.abs(perPixel) * width;
  // A box that is hardly higher than its row falls is no box around that row.
  return rowHeight < height / 5 ? { perPixel: 0, rowHeight: height } : { perPixel, rowHeight };
}

/** The place with room around it, in whole pixels of the picture; undefined where it lies beside the page. */
function cutOut(look: LookWanted, page: PictureSize): PixelArea | undefined {
  const { box } = look;
  const { widthPixels, heightPixels } = page;
  const room =
    ROOM * Math.min(box.width * widthPixels, box.height * heightPixels, fallOf(look, page).rowHeight);
  const left = Math.max(0, Math.floor(box.left * widthPixels - room));
  const top = Math.max(0, Math.floor(box.top * heightPixels - room));
  const right = Math.min(widthPixels, Math.ceil((box.left + box.width) * widthPixels + room));
  const bottom = Math.min(heightPixels, Math.ceil((box.top + box.height) * heightPixels + room));
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : undefined;
}

/** A row that falls is as much lower than the box around it as it falls on its way. */
function levelStrip(from: PixelArea, page: PictureSize, look: LookWanted): LevelStrip {
  const [width, height] = look.quarterTurns % 2 === 0 ? [from.width, from.height] : [from.height, from.width];
  const { perPixel } = fallOf(look, page);
  return {
    degrees: (Math.atan(perPixel) * 180) / Math.PI,
    width,
    height: Math.max(1, Math.round(height - Math.abs(perPixel) * width)),
  };
}

/** As large as on a page of the enlarged size; what is too long for the sheet stays smaller. */
function enlarged({ width, height }: LevelStrip, page: PictureSize) {
  const longSide = Math.max(page.widthPixels, page.heightPixels);
  const most = LONGEST_SIDE_PIXELS - CAPTION.height - 3 * GAP_PIXELS;
  const scale = Math.min(ENLARGED_LONG_SIDE_PIXELS / longSide, most / width, most / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * Gives each place the lines that were read in its band, with boxes on the page as it was scanned. A place that was laid out
 * and gave no line is among them; one that was left out is not.
 * @param lines of the sheet, boxes as ratios of it
 * @param sizes as they were given to `layOutLooks`
 */
export function looksOf(
  sheet: LookSheet,
  lines: readonly OcrLine[],
  sizes: ReadonlyMap<number, PictureSize>,
): readonly SecondLook[] {
  return sheet.bands.flatMap((band) => {
    const size = sizes.get(band.look.page);
    if (size === undefined) return [];
    const toPage = (point: Point): Point => pointOnPage(band, size, onSheet(point, sheet));
    const found = inReadingOrder(lines.filter((line) => isIn(line, band, sheet)));
    return [{ ...band.look, lines: found.map((line) => moved(line, toPage)) }];
  });
}

/** Row by row, each from left to right: cells of a comb come as lines of their own, and on a slope the last is the highest. */
function inReadingOrder(lines: readonly OcrLine[]): readonly OcrLine[] {
  const rows: OcrLine[][] = [];
  for (const line of lines.toSorted((one, other) => middleOf(one) - middleOf(other))) {
    const row = rows.at(-1);
    const isSameRow = row?.some(({ box }) => middleOf(line) < box.top + box.height) ?? false;
    if (row !== undefined && isSameRow) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => row.toSorted((one, other) => one.box.left - other.box.left));
}

const middleOf = ({ box }: OcrText): number => box.top + box.height / 2;

function isIn(line: OcrText, { onto }: LookBand, sheet: LookSheet): boolean {
  const { y } = onSheet({ x: 0, y: middleOf(line) }, sheet);
  return y >= onto.top - GAP_PIXELS / 2 && y < onto.top + onto.height + GAP_PIXELS / 2;
}

const onSheet = ({ x, y }: Point, { widthPixels, heightPixels }: LookSheet): Point => ({
  x: x * widthPixels,
  y: y * heightPixels,
});

function pointOnPage({ look, from, strip, onto }: LookBand, page: PictureSize, { x, y }: Point): Point {
  const level = { x: (x - onto.left) / onto.width, y: (y - onto.top) / onto.height };
  const scanned = turnedBack(slantedBack(level, strip, from, look.quarterTurns), look.quarterTurns);
  return {
    x: (from.left + scanned.x * from.width) / page.widthPixels,
    y: (from.top + scanned.y * from.height) / page.heightPixels,
  };
}

/** Where a point was before its row was turned level, both as ratios: of the level strip, and of the upright cutting. */
function slantedBack(
  { x, y }: Point,
  { degrees, width, height }: LevelStrip,
  from: PixelArea,
  quarterTurns: number,
): Point {
  const [cutWidth, cutHeight] =
    quarterTurns % 2 === 0 ? [from.width, from.height] : [from.height, from.width];
  const radians = (degrees * Math.PI) / 180;
  const [right, down] = [(x - 0.5) * width, (y - 0.5) * height];
  return {
    x: 0.5 + (right * Math.cos(radians) - down * Math.sin(radians)) / cutWidth,
    y: 0.5 + (right * Math.sin(radians) + down * Math.cos(radians)) / cutHeight,
  };
}

/** Where a point was before the place was turned clockwise, both as ratios. */
function turnedBack({ x, y }: Point, quarterTurns: number): Point {
  switch (quarterTurns) {
    case 1:
      return { x: y, y: 1 - x };
    case 2:
      return { x: 1 - x, y: 1 - y };
    case 3:
      return { x: 1 - y, y: x };
    default:
      return { x, y };
  }
}

function moved(line: OcrLine, toPage: (point: Point) => Point): OcrLine {
  return { ...movedText(line, toPage), words: line.words.map((word) => movedText(word, toPage)) };
}

function movedText(
  { text, confidencePercent, box, polygon }: OcrText,
  toPage: (point: Point) => Point,
): OcrText {
  const one = toPage({ x: box.left, y: box.top });
  const other = toPage({ x: box.left + box.width, y: box.top + box.height });
  return {
    text,
    confidencePercent,
    box: {
      left: Math.min(one.x, other.x),
      top: Math.min(one.y, other.y),
      width: Math.abs(one.x - other.x),
      height: Math.abs(one.y - other.y),
    },
    // The first corner stays the text's own top left.
    polygon: polygon.map(toPage),
  };
}
