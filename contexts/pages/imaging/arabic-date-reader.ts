import type { PageBitmap, PictureWord, PictureWordReader } from '#reading';
import modelData from '../domain/arabic-dates/data/glyph-model.json' with { type: 'json' };
import { findDates } from '../domain/arabic-dates/find-dates.ts';
import { GlyphClassifier, glyphModelSchema } from '../domain/arabic-dates/glyph-model.ts';
import type { FoundDate } from '../domain/arabic-dates/read-date.ts';
import { turnedBack } from '../domain/quarter-turns.ts';

/** Reads dates in Arabic digits from the picture, which the OCR does not: without a library, and the same on every machine. */
export class ArabicDateReader implements PictureWordReader {
  /** Made with the first page: a file whose pages cannot be drawn does without it. */
  #classifier: GlyphClassifier | undefined;

  read(
    { pixels, widthPixels: width, heightPixels: height }: PageBitmap,
    quarterTurns: number,
    latestYear: number,
  ): readonly Omit<PictureWord, 'page'>[] {
    this.#classifier ??= new GlyphClassifier(glyphModelSchema.parse(modelData));
    const upright = turnedBack({ pixels, width, height }, quarterTurns);
    return findDates(upright, this.#classifier, latestYear).map((date) =>
      wordOf(date, upright, quarterTurns),
    );
  }
}

function wordOf(
  { text, chance, corners }: FoundDate,
  { width, height }: { readonly width: number; readonly height: number },
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
function asScanned({ x, y }: { readonly x: number; readonly y: number }, quarterTurns: number) {
  if (quarterTurns === 1) return { x: 1 - y, y: x };
  if (quarterTurns === 2) return { x: 1 - x, y: 1 - y };
  if (quarterTurns === 3) return { x: y, y: 1 - x };
  return { x, y };
}
