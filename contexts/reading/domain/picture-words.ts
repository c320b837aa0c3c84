import type { Box } from './care-form.ts';
import type { OcrDocument, OcrLine, OcrPage, OcrText } from './ocr-document.ts';
import type { PictureWord } from './witnesses.ts';

/** So sure of a number in Latin digits, the OCR is believed against the picture. */
const SURE_PERCENT = 80;
/** A number of fewer digits is a piece of something that was misread. */
const LATIN_VALUE = /\d.*\d.*\d.*\d/;
/** A word that the picture's word covers so much of is what the OCR made of it. */
const COVERED = 0.5;

/**
 * Puts the words that were seen in the pictures in the place of what the OCR made of them. Where it is sure of a number in Latin digits,
 * its own word stays: it does not read Arabic digits, and takes them for signs of all kinds.
 */
export function withPictureWords(document: OcrDocument, words: readonly PictureWord[]): OcrDocument {
  if (words.length === 0) return document;
  return {
    pages: document.pages.map((page) =>
      words.filter((word) => word.page === page.number).reduce(withWord, page),
    ),
  };
}

function withWord(page: OcrPage, { text, confidencePercent, box, polygon }: PictureWord): OcrPage {
  const word: OcrText = { text, confidencePercent, box, polygon };
  const isCovered = (one: OcrText): boolean => coveredShare(one.box, box) >= COVERED;
  const covered = page.lines.flatMap(({ words }) => words.filter(isCovered));
  if (covered.some(isSurelyLatin)) return page;
  const lines = page.lines.flatMap((line): readonly OcrLine[] => {
    const left = line.words.filter((one) => !isCovered(one));
    if (left.length === line.words.length) return [line];
    return left.length === 0 ? [] : [{ ...line, text: left.map((one) => one.text).join(' '), words: left }];
  });
  return { ...page, lines: [...lines, { ...word, words: [word] }] };
}

function isSurelyLatin({ text, confidencePercent }: OcrText): boolean {
  return confidencePercent >= SURE_PERCENT && LATIN_VALUE.test(text);
}

/** How much of the one the other covers, 0 to 1. */
function coveredShare(one: Box, other: Box): number {
  const across = overlap(one.left, one.width, other.left, other.width);
  const down = overlap(one.top, one.height, other.top, other.height);
  const area = one.width * one.height;
  return area === 0 ? 0 : (across * down) / area;
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.max(0, Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart));
}
