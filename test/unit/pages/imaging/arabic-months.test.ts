import { describe, expect, it } from 'vitest';
import { ArabicDateReader } from '../../../../contexts/pages/imaging/arabic-date-reader.ts';
import { FONTS } from '../../../../local/samples/any-form/half.ts';
import type { PagePen } from '../../../../local/samples/drawing/page-pen.ts';
import type { Degradation } from '../../../../local/samples/scanner/degradation.ts';
import { drawnBitmap } from '../../../support/drawn-bitmap.ts';

const reader = new ArabicDateReader();
const MONTHS = [
  ...['يناير', 'فبراير', 'مارس', 'أبريل', 'ماي', 'يونيو'],
  ...['يوليوز', 'غشت', 'شتنبر', 'أكتوبر', 'نونبر', 'دجنبر'],
] as const;

/** Rows of a year, something, and a day, from left to right; what is read between them, row by row. */
async function readBetween(
  texts: readonly string[],
  write: (pen: PagePen, right: number, y: number, text: string) => void,
  degradation: Partial<Degradation> = {},
): Promise<readonly string[]> {
  const rows = texts.map((text, row) => ({ text, y: 100 + 60 * row }));
  const page = await drawnBitmap((pen) => {
    for (const { text, y } of rows) {
      pen.text(300, y, '2026', { font: 'roboto', size: 16 });
      write(pen, 408, y, text);
      pen.text(414, y, '5', { font: 'roboto', size: 16 });
    }
  }, degradation);
  const monthGaps = rows.map(({ y }) => ({
    left: { x: 336 / 794, top: (y - 12) / 1123, bottom: y / 1123 },
    right: { x: 414 / 794, top: (y - 12) / 1123, bottom: y / 1123 },
  }));
  return reader
    .read(page, { quarterTurns: 0, monthGaps }, 2027)
    .toSorted((one, other) => one.box.top - other.box.top)
    .map(({ text }) => text);
}

const inArabic =
  (font: (typeof FONTS.build.arabic)[number]) => (pen: PagePen, right: number, y: number, text: string) => {
    pen.arabicWords(right, y, text, { font, size: 16 });
  };

describe('the Arabic name of a month between a year and a day', () => {
  it.each(FONTS.build.arabic)('is read in the print of %s, or not at all', async (font) => {
    const read = await readBetween(MONTHS, inArabic(font));
    expect(MONTHS.filter((month) => read.includes(month))).toEqual(read);
    expect(read.length).toBeGreaterThan(4);
  });

  it('is read on a fax', async () => {
    const read = await readBetween(['نونبر', 'شتنبر'], inArabic('noto-naskh-arabic'), { bilevel: true });
    expect(read).toEqual(['نونبر', 'شتنبر']);
  });

  it('is not seen in other words, signs, or nothing', async () => {
    expect(
      await readBetween(['المريض', 'رمضان', 'تاريخ', 'الرباط', ''], inArabic('noto-naskh-arabic')),
    ).toEqual([]);
    const latin = await readBetween(['octobre', '150,00', 'B 20', '/', '|'], (pen, right, y, text) => {
      pen.text(right - 66, y, text, { font: 'arimo', size: 16 });
    });
    expect(latin).toEqual([]);
  });
});
