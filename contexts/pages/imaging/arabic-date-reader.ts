import type { MonthGap, PageBitmap, PictureHints, PictureWord, PictureWordReader } from '#reading';
import glyphData from '../domain/arabic-dates/data/glyph-model.json' with { type: 'json' };
import { findDates } from '../domain/arabic-dates/find-dates.ts';
import type { PixelCorner } from '../domain/arabic-dates/read-date.ts';
import monthData from '../domain/arabic-months/data/month-model.json' with { type: 'json' };
import { readMonth } from '../domain/arabic-months/read-month.ts';
import type { PixelGap } from '../domain/arabic-months/word-looks.ts';
import type { GreyPixels } from '../domain/negative.ts';
import { turnedBack } from '../domain/quarter-turns.ts';
import { networkSchema, SmallNetwork } from '../domain/small-network.ts';

interface Networks {
  readonly glyphs: SmallNetwork;
  readonly months: SmallNetwork;
}

/**
 * Reads dates in Arabic digits, and Arabic names of months, from the picture, which the OCR does not: without a library, and the same on every
 * machine.
 */
export class ArabicDateReader implements PictureWordReader {
  /** Made with the first page: a file whose pages cannot be drawn does without them. */
  #networks: Networks | undefined;

  read(
    { pixels, widthPixels: width, heightPixels: height }: PageBitmap,
    { quarterTurns, monthGaps }: PictureHints,
    latestYear: number,
  ): readonly Omit<PictureWord, 'page'>[] {
    this.#networks ??= {
      glyphs: new SmallNetwork(networkSchema.parse(glyphData)),
      months: new SmallNetwork(networkSchema.parse(monthData)),
    };
    const { glyphs, months } = this.#networks;
    const page = turnedBack({ pixels, width, height }, quarterTurns);
    const dates = findDates(page, glyphs, latestYear);
    const names = monthGaps.flatMap((gap) => readMonth(page, inPixels(gap, page), months) ?? []);
    return [
      ...dates.map(({ text, chance, corners }) => ({ text, chance, corners })),
      ...names.map(({ text, chance, place }) => ({ text, chance, corners: cornersOf(place) })),
    ].map((seen) => wordOf(seen, page, quarterTurns));
  }
}

function inPixels({ left, right }: MonthGap, { width, height }: GreyPixels): PixelGap {
  const edge = ({ x, top, bottom }: MonthGap['left']) => ({
    x: x * width,
    top: top * height,
    bottom: bottom * height,
  });
  return { left: edge(left), right: edge(right) };
}

function cornersOf({ left, right, top, bottom }: PixelBox): readonly PixelCorner[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

interface PixelBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface SeenWord {
  readonly text: string;
  readonly chance: number;
  /** On the page turned upright, clockwise from the word's own top left, in pixels. */
  readonly corners: readonly PixelCorner[];
}

function wordOf(
  { text, chance, corners }: SeenWord,
  { width, height }: GreyPixels,
  quarterTurns: number,
): Omit<PictureWord, 'page'> {
  const polygon = corners.map(({ x, y }) =>
    asScanned({ x: within(x / width), y: within(y / height) }, quarterTurns),
  );
  const xs = polygon.map(({ x }) => x);
  const ys = polygon.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    text,
    confidencePercent: 100 * chance,
    box: { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top },
    polygon,
  };
}

const within = (ratio: number): number => Math.min(1, Math.max(0, ratio));

/** Where a point of the upright page is on the sheet as it lay. */
function asScanned({ x, y }: PixelCorner, quarterTurns: number): PixelCorner {
  if (quarterTurns === 1) return { x: 1 - y, y: x };
  if (quarterTurns === 2) return { x: 1 - x, y: 1 - y };
  if (quarterTurns === 3) return { x: y, y: 1 - x };
  return { x, y };
}
