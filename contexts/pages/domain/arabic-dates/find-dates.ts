import type { GreyPixels } from '../negative.ts';
import type { Baseline } from './baseline.ts';
import { blobsOf } from './blobs.ts';
import { isCalendarDay } from './calendar-day.ts';
import { type Chain, chainsOf } from './chains.ts';
import { type DateShape, dateShapesOf } from './date-shapes.ts';
import { looksOfGlyph } from './glyph-looks.ts';
import { GLYPH_KINDS, type GlyphClassifier, type GlyphKind } from './glyph-model.ts';
import { inkOf } from './ink.ts';
import { mayBeJoined, takenApart } from './joined-glyphs.ts';

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
/**
 * How far a digit tells by its looks that it is an Arabic one: the small zero may be a dot or dust, and six is like a Latin seven; one, five
 * and nine are like a Latin one, zero and nine. A date of these alone may be Latin.
 */
const ARABIC_ALONE: Partial<Readonly<Record<GlyphKind, number>>> = {
  '0': 0.5,
  '2': 1,
  '3': 1,
  '4': 1,
  '6': 0.5,
  '7': 1,
  '8': 1,
};
const ARABIC_AT_LEAST = 1;
/** More places that may be dates have no page that people fill in; the rest of such a page is not looked at. */
const MOST_SHAPES = 2000;
const MOST_JOINED = 300;
const EASTERN_ZERO = 0x660;

/** The dates in Arabic digits that a page holds for sure. */
export function findDates(
  page: GreyPixels,
  classifier: GlyphClassifier,
  latestYear: number,
): readonly FoundDate[] {
  const blobs = blobsOf(inkOf(page), page.width, page.height);
  if (blobs === undefined) return [];
  const reader = new DateReader(classifier, latestYear);
  const found = chainsOf(blobs).flatMap((chain) => {
    const dates = reader.datesOf(chain);
    return dates.length > 0 || !mayBeJoined(chain) ? dates : reader.datesOfJoined(page, chain);
  });
  return withoutContradictions(found);
}

/** One line may be looked at twice, from its slashes and from its digits. What it was read as twice differently is not believed. */
function withoutContradictions(found: readonly FoundDate[]): readonly FoundDate[] {
  return found.filter((date, index) =>
    found.every((other, at) => {
      if (at === index || !areOnePlace(date, other)) return true;
      return (
        date.text === other.text &&
        (date.chance > other.chance || (date.chance === other.chance && index < at))
      );
    }),
  );
}

function areOnePlace(one: FoundDate, other: FoundDate): boolean {
  const [first, , third] = one.corners;
  const [otherFirst, , otherThird] = other.corners;
  if (first === undefined || third === undefined || otherFirst === undefined || otherThird === undefined)
    return false;
  return first.x < otherThird.x && otherFirst.x < third.x && first.y < otherThird.y && otherFirst.y < third.y;
}

/** Reads the dates of one page, within bounds of how much it looks at. */
class DateReader {
  readonly #classifier: GlyphClassifier;
  readonly #latestYear: number;
  #shapes = 0;
  #joined = 0;

  constructor(classifier: GlyphClassifier, latestYear: number) {
    this.#classifier = classifier;
    this.#latestYear = latestYear;
  }

  datesOf(chain: Chain): readonly FoundDate[] {
    const found: FoundDate[] = [];
    const taken = new Set<Chain[number]>();
    for (const shape of dateShapesOf(chain)) {
      if (this.#shapes >= MOST_SHAPES) break;
      this.#shapes += 1;
      if (shape.glyphs.some((glyph) => taken.has(glyph))) continue;
      const date = readDate(shape, this.#classifier, this.#latestYear);
      if (date === undefined) continue;
      found.push(date);
      for (const glyph of shape.glyphs) taken.add(glyph);
    }
    return found;
  }

  datesOfJoined(page: GreyPixels, chain: Chain): readonly FoundDate[] {
    if (this.#joined >= MOST_JOINED) return [];
    this.#joined += 1;
    for (const chains of takenApart(page, chain)) {
      const found = chains.flatMap((one) => this.datesOf(one));
      if (found.length > 0) return found;
    }
    return [];
  }
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
  return kinds.reduce((sum, kind) => sum + (ARABIC_ALONE[kind] ?? 0), 0) >= ARABIC_AT_LEAST;
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
