import type { FieldDoubt, FieldEvidence } from '#rules';
import { boxAround } from './boxes.ts';
import type { ReadField } from './care-form.ts';
import type { PageWord } from './page-frame.ts';
import type { ParsedValue } from './parsed-value.ts';

/** Below this an OCR word is a guess; a digit in such a word is wrong in one case of ten (measured with Tesseract). */
export const sureConfidencePercent = 80;
/** Enough where something else gives the same value for sure: a day, another of the form's. */
export const nearlySurePercent = 70;
/** Below it OCR itself does not believe a word: Arabic, read as Latin. */
export const rubbishPercent = 20;
/** Below it a reading is a guess: it says nothing by itself, and a sure one takes its place. */
export const guessPercent = 50;

/** What is left of the confidence after each doubt of the reader's own checks. */
const keptPerDoubt = 0.75;

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

/** The same field with more that speaks for it; the weightiest comes first. */
export function withEvidence<T>(field: ReadField<T>, ...evidence: readonly FieldEvidence[]): ReadField<T> {
  return { ...field, evidence: [...new Set([...evidence, ...(field.evidence ?? [])])] };
}

/** Takes back that the OCR was unsure, where an independent check proved the value. */
export function confirmed<T>(field: ReadField<T>): ReadField<T> {
  if (!field.doubts.every((doubt) => doubt === 'LOW_CONFIDENCE')) return field;
  return { ...field, confidencePercent: Math.max(field.confidencePercent, 95), doubts: [] };
}
