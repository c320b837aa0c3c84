import type { GreyPixels } from '../negative.ts';
import { type Blob, blobsOf } from './blobs.ts';
import { type Chain, chainsOf, heightOf } from './chains.ts';
import { inkOf } from './ink.ts';
import { leanOf } from './separators.ts';

/** Where only what is darker than so much of its surroundings is ink, glyphs come apart that print or scan let touch. */
const DARKER_SHARES = [0.7, 0.58] as const;
/** A date of which some glyphs touch has so many blobs, a label beside it among them, */
const LEAST_BLOBS = 5;
const MOST_BLOBS = 26;
/** and is so wide, in heights of its highest. */
const WIDTHS = { least: 3, most: 18 } as const;
/** What leans so far may be a slash, alone or with the digit that it touches. */
const LEAST_LEAN = 0.1;
/** Around the chain, in its heights: what is outside is not looked at. */
const MARGIN = 0.5;

/** Whether a chain may be a date of which some glyphs touch. */
export function mayBeJoined(chain: Chain): boolean {
  if (chain.length < LEAST_BLOBS || chain.length > MOST_BLOBS) return false;
  const height = Math.max(...chain.map(heightOf));
  const { left, right } = boundsOf(chain);
  const width = (right - left) / height;
  if (width < WIDTHS.least || width > WIDTHS.most) return false;
  return chain.some((blob) => heightOf(blob) > 0.7 * height && leanOf(blob) >= LEAST_LEAN);
}

/** The place of a chain looked at again, with ever darker ink; the chains in coordinates of the page. */
export function* takenApart(page: GreyPixels, chain: Chain): Iterable<readonly Chain[]> {
  const margin = Math.ceil(MARGIN * Math.max(...chain.map(heightOf)));
  const bounds = boundsOf(chain);
  const left = Math.max(0, bounds.left - margin);
  const top = Math.max(0, bounds.top - margin);
  const width = Math.min(page.width, bounds.right + margin) - left;
  const height = Math.min(page.height, bounds.bottom + margin) - top;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = (top + y) * page.width + left;
    pixels.set(page.pixels.subarray(start, start + width), y * width);
  }
  for (const share of DARKER_SHARES) {
    const blobs = blobsOf(inkOf({ pixels, width, height }, share), width, height) ?? [];
    yield chainsOf(blobs.map((blob) => moved(blob, left, top)));
  }
}

function boundsOf(chain: Chain) {
  return {
    left: Math.min(...chain.map(({ left }) => left)),
    right: Math.max(...chain.map(({ right }) => right)),
    top: Math.min(...chain.map(({ top }) => top)),
    bottom: Math.max(...chain.map(({ bottom }) => bottom)),
  };
}

function moved({ left, right, top, bottom, area, runs }: Blob, x: number, y: number): Blob {
  return {
    left: left + x,
    right: right + x,
    top: top + y,
    bottom: bottom + y,
    area,
    runs: runs.map((value, at) => value + (at % 3 === 0 ? y : x)),
  };
}
