import { boxesOverlap, isMiddleIn } from './boxes.ts';
import type { Box, ReadField } from './care-form.ts';

/** A word of a page, as far as its place and its letters go. */
interface PlacedText {
  readonly text: string;
  readonly box: Box;
}

/**
 * Whether one of some words of a page is one that a field was read from. On a page that lies askew the box around a field takes in words of
 * other lines, and a stamp may lie across it: words that are not in its text are not the field's.
 */
export function isReadFrom(
  field: ReadField<unknown> | undefined,
  words: readonly PlacedText[],
  page: number,
): boolean {
  if (field?.source.page !== page) return false;
  const { box } = field.source;
  const own = new Set(field.text.split(' '));
  const isOwn = ({ text }: PlacedText): boolean => text.split(' ').every((word) => own.has(word));
  return (
    words.some((word) => boxesOverlap(word.box, box) && isOwn(word)) &&
    words.every((word) => !isMiddleIn(word.box, box) || isOwn(word))
  );
}
