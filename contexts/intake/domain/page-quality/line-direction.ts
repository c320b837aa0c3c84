import type { InkMap } from './ink.ts';

/** Lines of writing are looked at in strips, so that a page that lies a little askew still shows them. */
const STRIP_PIXELS = 48;

/**
 * How much the writing looks like lines from top to bottom, compared with lines from left to right: well below 1 for a page that
 * is upright (or upside down), well above 1 for one that lies on its side. Undefined where there is no writing.
 */
export function sidewaysRatio({ widthPixels, heightPixels, ink }: InkMap): number | undefined {
  const upright = roughness(heightPixels, widthPixels, (y, x) => ink[y * widthPixels + x] ?? 0);
  const sideways = roughness(widthPixels, heightPixels, (x, y) => ink[y * widthPixels + x] ?? 0);
  return upright === 0 ? undefined : sideways / upright;
}

/** How much the amount of ink changes from one line of pixels to the next: much where lines of writing run along them. */
function roughness(lines: number, length: number, inkAt: (line: number, place: number) => number): number {
  let total = 0;
  for (let start = 0; start + STRIP_PIXELS <= length; start += STRIP_PIXELS) {
    let before = 0;
    for (let line = 0; line < lines; line++) {
      let here = 0;
      for (let place = start; place < start + STRIP_PIXELS; place++) here += inkAt(line, place);
      total += (here - before) ** 2;
      before = here;
    }
  }
  return total / (lines * length);
}
