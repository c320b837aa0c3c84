import type { GreyPixels } from '../negative.ts';
import { type Baseline, baselineOf } from './baseline.ts';
import { blobsOf } from './blobs.ts';
import { isCalendarDay } from './calendar-day.ts';
import { type Chain, chainsOf } from './chains.ts';
import { type DateShape, dateShapesOf } from './date-shapes.ts';
import { looksOfGlyph } from './glyph-looks.ts';
import { GLYPH_KINDS, type GlyphClassifier, type GlyphKind } from './glyph-model.ts';
import { inkOf } from './ink.ts';

export interface PixelCorner {
  readonly x: number;
  readonly y: number;
}

/** A date in Arabic digits on a page whose text runs to the right. */
export interface FoundDate {
  /** In Arabic digits, day, month and year in the order in which they stand. */
  readonly text: string;
  /** The chance that all its digits are right. */
  readonly chance: number;
  /** Clockwise from its own top left, in pixels. */
  readonly corners: readonly PixelCorner[];
}

/** A glyph that is likelier something else, or nearly so, is not read; nor is the date that it stands in. */
const LEAST_GLYPH_CHANCE = 0.7;
const LEAST_DATE_CHANCE = 0.6;
/** Digits that no Latin digit, letter or rule looks like. A date of others may be Latin. */
const ARABIC_ALONE: ReadonlySet<GlyphKind> = new Set<GlyphKind>(['2', '3', '4', '7', '8']);
/** The small zero counts as well, but dust and dots are like it. */
const ARABIC_AT_LEAST = 2;
/** More places that may be dates have no page that people fill in; the rest of such a page is not looked at. */
const MOST_SHAPES = 2000;
const EASTERN_ZERO = 0x660;

/** The dates in Arabic digits that a page holds for sure. */
export function findDates(
  page: GreyPixels,
  classifier: GlyphClassifier,
  latestYear: number,
): readonly FoundDate[] {
  const blobs = blobsOf(inkOf(page), page.width, page.height);
  if (blobs === undefined) return [];
  const found: FoundDate[] = [];
  const taken = new Set<Chain[number]>();
  let shapes = 0;
  for (const chain of chainsOf(blobs)) {
    for (const shape of dateShapesOf(chain)) {
      if (shapes++ > MOST_SHAPES) return found;
      if (shape.glyphs.some((glyph) => taken.has(glyph))) continue;
      const date = readDate(shape, classifier, latestYear);
      if (date === undefined) continue;
      found.push(date);
      for (const glyph of shape.glyphs) taken.add(glyph);
    }
  }
  return found;
}

function readDate(
  { shape, glyphs, separator, baseline }: DateShape,
  classifier: GlyphClassifier,
  latestYear: number,
): FoundDate | undefined {
  const dividers = [shape[0], shape[0] + shape[1] + 1];
  const kinds: GlyphKind[] = [];
  let chance = 1;
  for (const [index, glyph] of glyphs.entries()) {
    const chances = classifier.chancesOf(looksOfGlyph(glyph, baseline));
    const most = Math.max(...chances);
    const kind = GLYPH_KINDS[chances.indexOf(most)] ?? 'other';
    const isFitting = dividers.includes(index) ? kind === separator : /\d/.test(kind);
    if (!isFitting || most < LEAST_GLYPH_CHANCE) return undefined;
    kinds.push(kind);
    chance *= most;
  }
  if (chance < LEAST_DATE_CHANCE || !isArabic(kinds)) return undefined;
  const text = kinds.join('');
  const parts = text.split(separator).map(Number);
  const [day = 0, month = 0, year = 0] = shape[0] === 4 ? parts.toReversed() : parts;
  if (!isCalendarDay(day, month, year, latestYear)) return undefined;
  return { text: inArabicDigits(text), chance, corners: cornersOf(glyphs, baseline) };
}

function isArabic(kinds: readonly GlyphKind[]): boolean {
  const alone = kinds.filter((kind) => ARABIC_ALONE.has(kind)).length;
  const zeros = kinds.filter((kind) => kind === '0').length;
  return alone > 0 && alone + zeros >= ARABIC_AT_LEAST;
}

function inArabicDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(EASTERN_ZERO + Number(digit)));
}

function cornersOf(glyphs: Chain, { height, yAt }: Baseline): readonly PixelCorner[] {
  const left = Math.min(...glyphs.map((glyph) => glyph.left));
  const right = Math.max(...glyphs.map((glyph) => glyph.right));
  return [
    { x: left, y: yAt(left) - height },
    { x: right, y: yAt(right) - height },
    { x: right, y: yAt(right) },
    { x: left, y: yAt(left) },
  ];
}
