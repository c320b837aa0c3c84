import { describe, expect, it } from 'vitest';
import type { OcrLine, OcrPage, OcrText } from '../../../../contexts/reading/domain/ocr-document.ts';
import { framePage } from '../../../../contexts/reading/domain/page-frame.ts';

const HEIGHT = 0.01;
const columns = [0.05, 0.3, 0.55, 0.8];
const rows = Array.from({ length: 16 }, (_, row) => 0.15 + row * 0.045);

/** How far a row that begins at this height has risen at its end: a camera that looked from the side. */
const fallOf = (y: number): number => 0.05 - 0.08 * (y - 0.5);

function wordAt(x: number, row: number, seenFall: number): OcrText {
  const top = row + fallOf(row) * x;
  const [left, right] = [x, x + 0.08];
  const lower = top + seenFall * 0.08;
  return {
    text: 'Montant',
    confidencePercent: 96,
    polygon: [
      { x: left, y: top },
      { x: right, y: lower },
      { x: right, y: lower + HEIGHT },
      { x: left, y: top + HEIGHT },
    ],
    box: { left, top: Math.min(top, lower), width: 0.08, height: HEIGHT + Math.abs(lower - top) },
  };
}

/** A page of four columns, a word a line, as OCR gives the cells of a table. */
function pageSeenAs(fall: (row: number) => number): OcrPage {
  const lines = rows.flatMap((row) =>
    columns.map((x): OcrLine => {
      const word = wordAt(x, row, fall(row));
      return { ...word, words: [word] };
    }),
  );
  return { number: 1, wasRead: true, lines };
}

/** By row: how far its words stand apart after levelling, in heights of the text. */
function unevenness(page: OcrPage): number {
  const { words } = framePage(page);
  const spans = rows.map((_, row) => {
    const own = words.slice(row * columns.length, (row + 1) * columns.length).map(({ top }) => top);
    return (Math.max(...own) - Math.min(...own)) / HEIGHT;
  });
  return Math.max(...spans);
}

describe('the rows of a photographed page', () => {
  it('are level where words show how they fall', () => {
    expect(unevenness(pageSeenAs(fallOf))).toBeLessThan(0.5);
  });

  it('are level, too, where words show the most of it, and the columns the rest', () => {
    expect(unevenness(pageSeenAs((row) => fallOf(row) - 0.02))).toBeLessThan(0.5);
  });
});
