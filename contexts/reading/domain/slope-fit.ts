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
/** A word's neighbour on its row is no farther away than so many of its heights. */
const farthestNeighbour = 4;

/** Slopes from each word to the one right of it, for an answer whose lines do not show them (a word each, plain boxes). */
function neighbourSamples(page: OcrPage, turns: number): readonly SlopeSample[] {
  const words = page.lines
    .flatMap((line) => (line.words.length > 0 ? line.words : [line]))
    .filter((word) => word.text.length > 1 && !hasArabic(word.text))
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
  return words.flatMap((word, index): readonly SlopeSample[] => {
    let nearest: (typeof words)[number] | undefined;
    const consider = (other: (typeof words)[number]): void => {
      const gap = other.x - other.width / 2 - (word.x + word.width / 2);
      if (gap < 0 || gap > farthestNeighbour * word.height || Math.abs(other.y - word.y) > word.height)
        return;
      if (nearest === undefined || other.x < nearest.x) nearest = other;
    };
    for (
      let next = index + 1;
      next < words.length && (words[next]?.y ?? 0) - word.y <= word.height;
      next += 1
    )
      consider(words[next] ?? word);
    for (let next = index - 1; next >= 0 && word.y - (words[next]?.y ?? 0) <= word.height; next -= 1)
      consider(words[next] ?? word);
    if (nearest === undefined) return [];
    const run = nearest.x - word.x;
    return [{ x: word.x, y: word.y, slope: (nearest.y - word.y) / run, weight: run * run }];
  });
}

/**
 * Measures the skew of a page from its lines: the usual slope, and how it changes over the page where a camera looked
 * at the sheet from the side. A stamp set askew is an outlier and does not count.
 */
export function fitSlope(page: OcrPage, turns: number): RowSlope {
  const own = page.lines.flatMap((line) => sampleOf(line, turns) ?? []);
  const samples = own.length >= fewestSamples ? own : [...own, ...neighbourSamples(page, turns)];
  const usual = weightedMedian(samples);
  const near = samples.filter((sample) => Math.abs(sample.slope - usual) < 0.04);
  const { byX, byY, shift } = near.length >= 8 ? fitPlane(near, usual) : { byX: 0, byY: 0, shift: 0 };
  const atCenter = usual + shift;
  return {
    atCenter,
    rise: (x, y) => x * (atCenter + byY * (y - 0.5)) + (byX * x * (x - 1)) / 2,
  };
}
