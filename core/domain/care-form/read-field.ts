import type { Box, FieldDoubt, ReadField } from './care-form.ts';
import type { PageWord } from './page-frame.ts';
import type { ParsedValue } from './parsed-value.ts';

/** Below this an OCR word is a guess; a digit in such a word is wrong in one case of ten (measured with Tesseract). */
const sureConfidencePercent = 80;

/** What is left of the confidence after each doubt of the reader's own checks. */
const keptPerDoubt = 0.75;

/** The smallest box around boxes, on the page as it was scanned. */
export function boxAround(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  return { left, top, width: right - left, height: bottom - top };
}

function uniqueDoubts(doubts: readonly FieldDoubt[]): readonly FieldDoubt[] {
  return [...new Set(doubts)];
}

/** Makes a field of a parsed value and the words it was read from. */
export function toReadField<T>(
  { value, doubts }: ParsedValue<T>,
  words: readonly PageWord[],
  page: number,
  ceilingPercent = 100,
): ReadField<T> {
  const lowest = Math.min(ceilingPercent, ...words.map((word) => word.confidencePercent));
  const isUnsure = lowest < sureConfidencePercent;
  return {
    value,
    text: words.map((word) => word.text).join(' '),
    confidencePercent: Math.round(lowest * keptPerDoubt ** doubts.length),
    source: { page, box: boxAround(words.map((word) => word.box)) },
    doubts: isUnsure ? uniqueDoubts(['LOW_CONFIDENCE', ...doubts]) : doubts,
  };
}

/** Adds a doubt that a check of the form as a whole raised, and lowers the confidence once for it. */
export function withDoubt<T>(field: ReadField<T>, doubt: FieldDoubt): ReadField<T> {
  if (field.doubts.includes(doubt)) return field;
  return {
    ...field,
    confidencePercent: Math.round(field.confidencePercent * keptPerDoubt),
    doubts: [...field.doubts, doubt],
  };
}

/** Takes back that the OCR was unsure, where an independent check proved the value. */
export function confirmed<T>(field: ReadField<T>): ReadField<T> {
  if (!field.doubts.every((doubt) => doubt === 'LOW_CONFIDENCE')) return field;
  return { ...field, confidencePercent: Math.max(field.confidencePercent, 95), doubts: [] };
}
