import { describe, expect, it } from 'vitest';
import { pictureHintsOf } from '../../../../contexts/reading/domain/month-gaps.ts';
import type { OcrPage, OcrText } from '../../../../contexts/reading/domain/ocr-document.ts';

const wordAt = (text: string, left: number, confidencePercent = 98, top = 0.4): OcrText => ({
  text,
  confidencePercent,
  box: { left, top, width: 0.04, height: 0.01 },
  polygon: [],
});

const pageOf = (...words: readonly OcrText[]): OcrPage => ({
  number: 1,
  wasRead: true,
  lines: words.map((word) => ({ ...word, words: [word] })),
});

const gapsOf = (...words: readonly OcrText[]) => pictureHintsOf(pageOf(...words)).monthGaps;

describe('a month that the OCR does not read may stand', () => {
  it('between a year and a day on one row, whichever comes first', () => {
    const [gap] = gapsOf(wordAt('2026', 0.2), wordAt('5', 0.3));
    expect(gap!.left.x).toBeCloseTo(0.24);
    expect(gap!.right.x).toBeCloseTo(0.3);
    expect(gapsOf(wordAt('5,', 0.2), wordAt('2026.', 0.3))).toHaveLength(1);
  });

  it('where the OCR made rubbish of it', () => {
    expect(gapsOf(wordAt('2026', 0.2), wordAt('jgisi', 0.25, 54), wordAt('8', 0.3))).toHaveLength(1);
  });
});

describe('no month is looked for', () => {
  it.each<[string, readonly OcrText[]]>([
    ['where the OCR read one', [wordAt('5', 0.2), wordAt('octobre', 0.25, 93), wordAt('2026', 0.3)]],
    ['between rows', [wordAt('2026', 0.2), wordAt('5', 0.3, 98, 0.42)]],
    ['beside a number that is no day', [wordAt('2026', 0.2), wordAt('32', 0.3)]],
    ['beside numbers of which the OCR is unsure', [wordAt('2026', 0.2), wordAt('5', 0.3, 40)]],
    ['across the page', [wordAt('2026', 0.1), wordAt('5', 0.7)]],
  ])('%s', (_, words) => {
    expect(gapsOf(...words)).toEqual([]);
  });

  it('on a page of which the OCR says nothing', () => {
    expect(pictureHintsOf(undefined)).toEqual({ quarterTurns: 0, monthGaps: [] });
  });

  it('more often than a page has dates', () => {
    const rows = Array.from({ length: 40 }, (_, row) => [
      wordAt('2026', 0.2, 98, row / 50),
      wordAt('5', 0.3, 98, row / 50),
    ]).flat();
    expect(gapsOf(...rows)).toHaveLength(12);
  });
});
