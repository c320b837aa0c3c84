import * as z from 'zod';
import type { OcrDocument, OcrText, Point } from '../../../contexts/reading/domain/ocr-document.ts';

/** Words of a page's truth: their text, the field they belong to, and their place as ratios of the page. */
export const truthWordsSchema = z.array(
  z.object({
    t: z.string(),
    f: z.string().nullable(),
    box: z.object({ Left: z.number(), Top: z.number(), Width: z.number(), Height: z.number() }),
  }),
);
type TruthWord = z.infer<typeof truthWordsSchema>[number];

/** Part of a word's height by which OCR may place it elsewhere. */
const SLACK = 0.5;

/**
 * The fields whose every printed word OCR read right where it stands: what is wrong with the others is not the form reader's
 * doing. A cell with a letter and its coefficient counts for both.
 * @param truth one a page
 */
export function fieldsReadByOcr(
  truth: readonly (readonly TruthWord[])[],
  { pages }: OcrDocument,
): ReadonlySet<string> {
  const read = new Map<string, boolean>();
  for (const [index, own] of truth.entries()) {
    const words = (pages[index]?.lines ?? []).flatMap((line) => line.words);
    const direction = readingDirection(words);
    for (const word of own) {
      for (const field of fieldsOf(word)) {
        read.set(field, (read.get(field) ?? true) && isRead(word, words, direction));
      }
    }
  }
  return new Set([...read].filter(([, isRight]) => isRight).map(([field]) => field));
}

function fieldsOf({ f }: TruthWord): readonly string[] {
  if (f === null) return [];
  const act = /^(actes\.\d+)\.cotation$/.exec(f)?.[1];
  return act === undefined ? [f] : [`${act}.code`, `${act}.coefficient`];
}

/** Characters in cells come as words of their own: all that stands at the place is read along the line. */
function isRead({ t, box }: TruthWord, words: readonly OcrText[], direction: Point): boolean {
  const slack = SLACK * Math.min(box.Height, box.Width);
  const found = words
    .map((word) => ({ text: word.text, centre: centreOf(word) }))
    .filter(
      ({ centre: { x, y } }) =>
        x > box.Left - slack &&
        x < box.Left + box.Width + slack &&
        y > box.Top - slack &&
        y < box.Top + box.Height + slack,
    )
    .toSorted((one, other) => along(one.centre, direction) - along(other.centre, direction));
  return plain(found.map(({ text }) => text).join('')) === plain(t);
}

function plain(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

function centreOf({ box }: OcrText): Point {
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

function along({ x, y }: Point, direction: Point): number {
  return x * direction.x + y * direction.y;
}

/** Text runs from the first corner of a polygon to the second: on a turned page that is not from left to right. */
function readingDirection(words: readonly OcrText[]): Point {
  return words.reduce(
    (sum, { polygon: [start, end] }) =>
      start === undefined || end === undefined
        ? sum
        : { x: sum.x + end.x - start.x, y: sum.y + end.y - start.y },
    { x: 0, y: 0 },
  );
}
