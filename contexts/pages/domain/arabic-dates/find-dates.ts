import type { GreyPixels } from '../negative.ts';
import type { SmallNetwork } from '../small-network.ts';
import { type Blob, blobsOf } from './blobs.ts';
import { type Chain, chainsOf, heightOf } from './chains.ts';
import { dateShapesOf } from './date-shapes.ts';
import { inkOf } from './ink.ts';
import { mayBeJoined, takenApart } from './joined-glyphs.ts';
import { type FoundDate, readDate } from './read-date.ts';
import { cutApart } from './touching-glyphs.ts';

/** More places that may be dates have no page that people fill in; the rest of such a page is not looked at. */
const MOST_SHAPES = 2000;
const MOST_JOINED = 300;
/** Of a date of two digits for day and month, four for the year, and two separators. */
const ALL_GLYPHS = 10;

/**
 * The dates in Arabic digits that a page holds for sure. Where one reads surely as a day that cannot be, the page is in a print whose
 * digits are not known: none is believed.
 */
export function findDates(page: GreyPixels, network: SmallNetwork, latestYear: number): readonly FoundDate[] {
  const blobs = blobsOf(inkOf(page), page.width, page.height);
  if (blobs === undefined) return [];
  const reader = new DateReader(network, latestYear);
  const found = chainsOf(blobs).flatMap((chain) => {
    const dates = reader.datesOf(chain);
    return dates.length > 0 || !mayBeJoined(chain) ? dates : reader.datesOfJoined(page, chain);
  });
  if (!found.every(({ isDay }) => isDay)) return [];
  return withoutContradictions(found).filter((date) => standsClear(date, blobs));
}

/** In heights of a digit: ink of the height of one so near to a date may be a digit of it that no line took in. */
const CLEAR = 0.9;
const AS_HIGH = { least: 0.12, most: 2 } as const;

/** Whether nothing that may be a digit stands at an end of a date: `6/07/2026` may be what is left of the sixteenth. */
function standsClear({ corners }: FoundDate, blobs: readonly Blob[]): boolean {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  if (!topLeft || !topRight || !bottomRight || !bottomLeft) return false;
  const height = bottomLeft.y - topLeft.y;
  const isBeside = (
    blob: Blob,
    end: { readonly top: number; readonly bottom: number },
    gap: number,
  ): boolean => {
    const high = heightOf(blob) / height;
    const isNear = gap > -0.1 * height && gap < CLEAR * height;
    return (
      isNear && high > AS_HIGH.least && high < AS_HIGH.most && blob.top < end.bottom && blob.bottom > end.top
    );
  };
  const [left, right] = [
    { top: topLeft.y, bottom: bottomLeft.y },
    { top: topRight.y, bottom: bottomRight.y },
  ];
  return !blobs.some(
    (blob) => isBeside(blob, left, topLeft.x - blob.right) || isBeside(blob, right, blob.left - topRight.x),
  );
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
  readonly #network: SmallNetwork;
  readonly #latestYear: number;
  #shapes = 0;
  #joined = 0;

  constructor(network: SmallNetwork, latestYear: number) {
    this.#network = network;
    this.#latestYear = latestYear;
  }

  datesOf(chain: Chain): readonly FoundDate[] {
    const found: FoundDate[] = [];
    const taken = new Set<Chain[number]>();
    for (const shape of dateShapesOf(chain)) {
      if (this.#shapes >= MOST_SHAPES) break;
      this.#shapes += 1;
      if (shape.glyphs.some((glyph) => taken.has(glyph))) continue;
      const date = readDate(shape, this.#network, this.#latestYear);
      if (date === undefined || !(date.isDay || isOfAllDigits(date))) continue;
      found.push(date);
      for (const glyph of shape.glyphs) taken.add(glyph);
    }
    return found;
  }

  /** Of a chain some of whose glyphs touch: only dates of all their digits, so that no piece is taken for the whole. */
  datesOfJoined(page: GreyPixels, chain: Chain): readonly FoundDate[] {
    if (this.#joined >= MOST_JOINED) return [];
    this.#joined += 1;
    for (const chains of [...takenApart(page, chain), [...cutApart(chain)]]) {
      const found = chains.flatMap((one) => this.datesOf(one).filter(isOfAllDigits));
      if (found.length > 0) return found;
    }
    return [];
  }
}

function isOfAllDigits({ text }: FoundDate): boolean {
  return text.length === ALL_GLYPHS;
}
