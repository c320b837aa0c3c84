import type { OcrLine, OcrPage, OcrText, Point } from './ocr-document.ts';
import { turnPoint } from './quarter-turns.ts';
import { hasArabic } from './text-folding.ts';

/** How the printed rows of a page rise, in page heights per page width. */
interface RowSlope {
  readonly atCenter: number;
  /** How far a row at this point has risen since the page's left edge, in page heights. */
  rise(x: number, y: number): number;
}

interface SlopeSample {
  readonly x: number;
  readonly y: number;
  readonly slope: number;
  readonly weight: number;
}

function centerOf(text: OcrText, turns: number): Point {
  const { left, top, width, height } = text.box;
  return turnPoint({ x: left + width / 2, y: top + height / 2 }, turns);
}

/** The slope of one line: of its polygon where that is slanted, else of the line through the middles of its words. */
function sampleOf(line: OcrLine, turns: number): SlopeSample | undefined {
  const center = centerOf(line, turns);
  const [first, second] = line.polygon.map((point) => turnPoint(point, turns));
  if (first !== undefined && second !== undefined && Math.abs(second.y - first.y) > 1e-5) {
    const run = second.x - first.x;
    if (run > 0.03) return { ...center, slope: (second.y - first.y) / run, weight: run * run };
  }
  const centers = line.words.map((word) => centerOf(word, turns));
  if (centers.length < 3 || hasArabic(line.text)) return undefined;
  const meanX = centers.reduce((sum, point) => sum + point.x, 0) / centers.length;
  const meanY = centers.reduce((sum, point) => sum + point.y, 0) / centers.length;
  let spread = 0;
  let shared = 0;
  for (const point of centers) {
    spread += (point.x - meanX) ** 2;
    shared += (point.x - meanX) * (point.y - meanY);
  }
  return spread < 1e-4 ? undefined : { ...center, slope: shared / spread, weight: spread };
}

function weightedMedian(samples: readonly SlopeSample[]): number {
  const sorted = [...samples].sort((a, b) => a.slope - b.slope);
  const half = sorted.reduce((sum, sample) => sum + sample.weight, 0) / 2;
  let reached = 0;
  for (const sample of sorted) {
    reached += sample.weight;
    if (reached >= half) return sample.slope;
  }
  return 0;
}

/** Weighted least squares of `slope = base + byX·x + byY·y` around the centre of the page, held back by a ridge. */
function fitPlane(
  samples: readonly SlopeSample[],
  base: number,
): { byX: number; byY: number; shift: number } {
  const ridge = 0.02 * samples.reduce((sum, sample) => sum + sample.weight, 0);
  let [w, wx, wy, wxx, wxy, wyy, ws, wxs, wys] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const { x, y, slope, weight } of samples) {
    const dx = x - 0.5;
    const dy = y - 0.5;
    const rest = slope - base;
    w += weight;
    wx += weight * dx;
    wy += weight * dy;
    wxx += weight * dx * dx;
    wxy += weight * dx * dy;
    wyy += weight * dy * dy;
    ws += weight * rest;
    wxs += weight * dx * rest;
    wys += weight * dy * rest;
  }
  if (w === 0) return { byX: 0, byY: 0, shift: 0 };
  const xx = wxx - (wx * wx) / w + ridge;
  const yy = wyy - (wy * wy) / w + ridge;
  const xy = wxy - (wx * wy) / w;
  const xs = wxs - (wx * ws) / w;
  const ys = wys - (wy * ws) / w;
  const determinant = xx * yy - xy * xy;
  if (Math.abs(determinant) < 1e-12) return { byX: 0, byY: 0, shift: 0 };
  const byX = (xs * yy - ys * xy) / determinant;
  const byY = (ys * xx - xs * xy) / determinant;
  return { byX, byY, shift: (ws - byX * wx - byY * wy) / w };
}

/** Too few lines tell nothing of the page. */
const fewestSamples = 8;
/** More words say no more of how a page lies, and would take long to compare. */
const mostWords = 1_500;

interface PlacedWord extends Point {
  readonly height: number;
  readonly width: number;
}

/** The words of a page, from top to bottom. */
function placedWords(page: OcrPage, turns: number): readonly PlacedWord[] {
  return page.lines
    .flatMap((line) => (line.words.length > 0 ? line.words : [line]))
    .filter((word) => word.text.length > 1 && !hasArabic(word.text))
    .slice(0, mostWords)
    .map((word) => {
      const corner = turnPoint({ x: word.box.left, y: word.box.top }, turns);
      const other = turnPoint(
        { x: word.box.left + word.box.width, y: word.box.top + word.box.height },
        turns,
      );
      return {
        ...centerOf(word, turns),
        height: Math.abs(other.y - corner.y),
        width: Math.abs(other.x - corner.x),
      };
    })
    .sort((a, b) => a.y - b.y);
}

/** How far a word's next on its row may be, in heights of the word, to the right and up or down. */
interface Reach {
  readonly right: number;
  readonly down: number;
}

/** Slopes from each word to the one right of it. */
function neighbourSamples(words: readonly PlacedWord[], reach: Reach): readonly SlopeSample[] {
  return words.flatMap((word, index): readonly SlopeSample[] => {
    const down = reach.down * word.height;
    let nearest: PlacedWord | undefined;
    const consider = (other: PlacedWord): void => {
      const gap = other.x - other.width / 2 - (word.x + word.width / 2);
      if (gap < 0 || gap > reach.right * word.height) return;
      if (nearest === undefined || other.x < nearest.x) nearest = other;
    };
    for (let next = index + 1; next < words.length && (words[next]?.y ?? 0) - word.y <= down; next += 1)
      consider(words[next] ?? word);
    for (let next = index - 1; next >= 0 && word.y - (words[next]?.y ?? 0) <= down; next -= 1)
      consider(words[next] ?? word);
    if (nearest === undefined) return [];
    const run = nearest.x - word.x;
    return [{ x: word.x, y: word.y, slope: (nearest.y - word.y) / run, weight: run * run }];
  });
}

/** Of an answer whose lines do not show how they lie (a word each, plain boxes), only what is near is surely on the same row. */
const nearBy: Reach = { right: 4, down: 1 };
/** On a page that is nearly level, the next word of a row stands at its height, in the next column too. */
const acrossColumns: Reach = { right: 30, down: 0.6 };

function slopeOf(samples: readonly SlopeSample[]): RowSlope {
  const usual = weightedMedian(samples);
  const near = samples.filter((sample) => Math.abs(sample.slope - usual) < 0.04);
  const { byX, byY, shift } =
    near.length >= fewestSamples ? fitPlane(near, usual) : { byX: 0, byY: 0, shift: 0 };
  const atCenter = usual + shift;
  return {
    atCenter,
    rise: (x, y) => x * (atCenter + byY * (y - 0.5)) + (byX * x * (x - 1)) / 2,
  };
}

/**
 * Measures the skew of a page from its lines: the usual slope, and how it changes over the page where a camera looked
 * at the sheet from the side. A stamp set askew is an outlier and does not count. What lines of few words leave of it shows between
 * the columns: a row of a table goes on at the same height.
 */
export function fitSlope(page: OcrPage, turns: number): RowSlope {
  const own = page.lines.flatMap((line) => sampleOf(line, turns) ?? []);
  const words = placedWords(page, turns);
  const first = slopeOf(own.length >= fewestSamples ? own : [...own, ...neighbourSamples(words, nearBy)]);
  const levelled = words
    .map((word) => ({ ...word, y: word.y - first.rise(word.x, word.y) }))
    .sort((a, b) => a.y - b.y);
  const rest = neighbourSamples(levelled, acrossColumns);
  if (rest.length < fewestSamples) return first;
  const second = slopeOf(rest);
  return {
    atCenter: first.atCenter + second.atCenter,
    rise: (x, y) => {
      const once = first.rise(x, y);
      return once + second.rise(x, y - once);
    },
  };
}
