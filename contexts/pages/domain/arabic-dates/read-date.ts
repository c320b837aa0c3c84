import type { SmallNetwork } from '../small-network.ts';
import type { Baseline } from './baseline.ts';
import { isCalendarDay } from './calendar-day.ts';
import type { Chain } from './chains.ts';
import type { DateShape } from './date-shapes.ts';
import { looksOfGlyph } from './glyph-looks.ts';
import { GLYPH_KINDS, type GlyphKind } from './glyph-kinds.ts';

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
  /** Whether there is such a day, and a form can name it. */
  readonly isDay: boolean;
}

/** A glyph that is likelier something else, or nearly so, is not read; nor is the date that it stands in. */
const LEAST_GLYPH_CHANCE = 0.8;
const LEAST_DATE_CHANCE = 0.8;
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
const EASTERN_ZERO = 0x660;

/** @returns undefined unless every glyph is surely one that a date has at its place */
export function readDate(
  { shape, glyphs, separator, baseline }: DateShape,
  network: SmallNetwork,
  latestYear: number,
): FoundDate | undefined {
  const dividers = [shape[0], shape[0] + shape[1] + 1];
  const kinds: GlyphKind[] = [];
  let chance = 1;
  for (const [index, glyph] of glyphs.entries()) {
    const chances = network.chancesOf(looksOfGlyph(glyph, baseline));
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
  return {
    text: inArabicDigits(text),
    chance,
    corners: cornersOf(glyphs, baseline),
    isDay: isCalendarDay(day, month, year, latestYear),
  };
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
