import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ArabicDateReader } from '../../../../contexts/pages/imaging/arabic-date-reader.ts';
import type { PageBitmap } from '../../../../contexts/reading/ports/page-bitmaps.ts';
import { printDate } from '../../../../local/samples/any-form/content/print-styles.ts';
import { FONTS } from '../../../../local/samples/any-form/half.ts';
import { drawComb } from '../../../../local/samples/drawing/marks.ts';
import type { ArabicFont } from '../../../../local/samples/drawing/fonts.ts';
import type { PagePen } from '../../../../local/samples/drawing/page-pen.ts';
import { seededRandom } from '../../../../local/samples/random.ts';
import type { Degradation } from '../../../../local/samples/scanner/degradation.ts';
import { barcodePicture } from '../../../support/barcode-picture.ts';
import { drawnBitmap } from '../../../support/drawn-bitmap.ts';

const reader = new ArabicDateReader();
const datesIn = (page: PageBitmap, quarterTurns = 0) =>
  reader.read(page, { quarterTurns, monthGaps: [] }, 2027);
const textsIn = (page: PageBitmap, quarterTurns = 0) => datesIn(page, quarterTurns).map(({ text }) => text);

const write =
  (texts: readonly string[], font: ArabicFont = 'noto-naskh-arabic', size = 14) =>
  (pen: PagePen): void => {
    for (const [index, text] of texts.entries()) pen.arabicWords(400, 200 + 60 * index, text, { font, size });
  };

const writeLatin = (texts: readonly string[]) => (pen: PagePen) => {
  const fonts = [...FONTS.build.sans, ...FONTS.build.serif, ...FONTS.build.mono];
  for (const [line, font] of fonts.entries())
    for (const [column, text] of texts.entries())
      pen.text(40 + 120 * column, 100 + 30 * line, text, { font, size: 14 });
};

describe('a date in Arabic digits', () => {
  it.each(FONTS.build.arabic)('is read in the print of %s', async (font) => {
    const dates = ['٢٨/١٠/٢٠٢٦', '٠٣/٠٤/١٩٧٥'];
    const found = textsIn(await drawnBitmap(write(dates, font)));
    expect(found.toSorted()).toEqual(dates.toSorted());
  });

  it.each([
    ['with points', '٢٨.١٠.٢٠٢٦', '٢٨.١٠.٢٠٢٦'],
    // Hyphens turn the parts about: this is how it stands on the page from left to right.
    ['with hyphens', '٢٨-١٠-٢٠٢٦', '٢٠٢٦-١٠-٢٨'],
    ['with a day of one digit', '٨/١٠/٢٠٢٦', '٨/١٠/٢٠٢٦'],
  ])('is read when it is written %s', async (_, written, read) => {
    expect(textsIn(await drawnBitmap(write([written])))).toEqual([read]);
  });

  it.each<[string, Partial<Degradation>]>([
    ['laid askew on the glass', { rotate: 4 }],
    [
      'photographed from the side',
      { perspective: 0.02, shrink: 0.93, background: [60, 62, 66], shadow: 0.3 },
    ],
    ['faxed', { bilevel: true, specks: 40 }],
    ['faded', { fade: 0.2, noise: 6 }],
  ])('is read on a sheet that was %s', async (_, degradation) => {
    const page = await drawnBitmap(write(['٢٨/١٠/٢٠٢٦'], 'noto-sans-arabic', 16), degradation);
    expect(textsIn(page)).toEqual(['٢٨/١٠/٢٠٢٦']);
  });

  it.each([0, 1, 2, 3] as const)(
    'stands where it is on the page as scanned, turned by %i quarters',
    async (turns) => {
      const turn = ([0, 90, 180, 270] as const)[turns];
      const page = await drawnBitmap(write(['٢٨/١٠/٢٠٢٦'], 'amiri', 16), { turn });
      const [found] = datesIn(page, turns);
      // Around the middle of what ends at 400 of 794 by 1123, on the line at 200.
      const [x, y] = [362 / 794, 194 / 1123];
      const wanted = [
        [x, y],
        [1 - y, x],
        [1 - x, 1 - y],
        [y, 1 - x],
      ][turns]!;
      const { left, top, width, height } = found!.box;
      expect(Math.hypot(left + width / 2 - wanted[0]!, top + height / 2 - wanted[1]!)).toBeLessThan(0.02);
      expect(found!.polygon).toHaveLength(4);
    },
  );

  it('says how likely all its digits are right', async () => {
    const [found] = datesIn(await drawnBitmap(write(['٢٨/١٠/٢٠٢٦'])));
    expect(found!.confidencePercent).toBeGreaterThan(80);
    expect(found!.confidencePercent).toBeLessThanOrEqual(100);
  });

  it(
    'is another day on no sheet, whatever day, print, size and scanner it is',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.date({ min: new Date('1930-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
          fc.constantFrom(...FONTS.build.arabic),
          fc.integer({ min: 10, max: 24 }),
          fc.record({
            rotate: fc.double({ min: -4, max: 4, noNaN: true }),
            blur: fc.double({ min: 0.3, max: 0.9, noNaN: true }),
            noise: fc.double({ min: 0, max: 8, noNaN: true }),
            bilevel: fc.boolean(),
          }),
          async (day, font, size, degradation) => {
            const text = printDate(day.toISOString().slice(0, 10), 'eastern-digits');
            const found = textsIn(await drawnBitmap(write([text], font, size), degradation));
            expect([[], [text]]).toContainEqual(found);
          },
        ),
        { numRuns: 40, seed: 7 },
      );
    },
  );
});

describe('no date in Arabic digits is found', () => {
  it.each<[string, (pen: PagePen) => void]>([
    [
      'where dates are Latin',
      writeLatin(['18/10/2026', '07-09-1971', '11.11.1999', '10/11/1990', '1/7/1977']),
    ],
    ['in amounts and numbers', writeLatin(['1.250,00', '17/11/1', '184203957', '091842756', '05/2026/118'])],
    ['where a day cannot be', write(['٣٢/١٠/٢٠٢٦', '٣٠/٠٢/٢٠٢٦'])],
    ['in a year that no form names', write(['٢٨/١٠/٢٠٢٨', '٢٨/١٠/١٨٩٩'])],
    ['where all digits are like Latin ones', write(['١١/١١/١٩٩٩', '١٥/١١/١٩٥٩'])],
    ['in part of a number', write(['٢٨/٢٠٢٦', '١٢٣٤٢٨/١٠/٢٠٢٦'])],
    [
      'in combs and rules',
      (pen) => {
        for (let y = 100; y < 900; y += 40) {
          drawComb(pen, 80, y, [2, 2, 4], y % 80 === 20 ? '/' : '-', '11111999', 'day', {
            cellWidth: 16,
            cellHeight: 20,
            font: 'roboto',
            size: 13,
            color: '#111',
          });
          pen.line(400, y, 700, y + 3, 1, [2, 3]);
        }
      },
    ],
    [
      'in strokes of a hand and dust',
      ({ context }) => {
        const random = seededRandom(3);
        context.lineWidth = 1.6;
        for (let stroke = 0; stroke < 4000; stroke++) {
          const [x, y] = [random.next() * 780, 60 + 20 * random.whole(0, 50)];
          context.beginPath();
          context.moveTo(x, y);
          context.quadraticCurveTo(
            x + 8 * random.next(),
            y - 12,
            x + 10 * (random.next() - 0.5),
            y - 12 * random.next(),
          );
          context.stroke();
        }
      },
    ],
  ])('%s', async (_, draw) => {
    expect(textsIn(await drawnBitmap(draw))).toEqual([]);
  });

  it('in barcodes', async () => {
    const label = await barcodePicture('Code39', '11111999', { scale: 3 });
    const { data, info } = await sharp(label)
      .extend({ top: 300, bottom: 300, left: 100, right: 100, background: 'white' })
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const bars = { pixels: data, widthPixels: info.width, heightPixels: info.height };
    for (const turns of [0, 1, 2, 3]) expect(textsIn(bars, turns)).toEqual([]);
  });

  it('where one day that is read surely cannot be: its print is not known, and the others are not believed', async () => {
    expect(textsIn(await drawnBitmap(write(['٢٨/١٠/٢٠٢٦', '٢٨/١٠/٧٠٧٦'])))).toEqual([]);
  });
});

describe('a page that is made to be looked at for ever', () => {
  const width = 1654;
  const height = 2339;
  const pageOf = (level: (x: number, y: number) => number): PageBitmap => ({
    pixels: Uint8Array.from({ length: width * height }, (_, at) => level(at % width, Math.floor(at / width))),
    widthPixels: width,
    heightPixels: height,
  });
  const random = seededRandom(1);

  it.each<[string, (x: number, y: number) => number]>([
    ['dust', () => (random.next() < 0.3 ? 0 : 255)],
    ['a raster of dots', (x, y) => ((x >> 1) % 2 === 0 && (y >> 1) % 2 === 0 ? 0 : 255)],
    ['slashes', (x, y) => ((x + ((y % 24) >> 1)) % 9 < 2 && y % 24 < 18 ? 0 : 255)],
    ['digits that are bars', (x, y) => (x % 8 < 2 && y % 24 < 16 ? 0 : 255)],
    ['black', () => 0],
  ])('is given up, or gone through, in little time when it is full of %s', (_, level) => {
    const page = pageOf(level);
    const before = process.cpuUsage();
    expect(textsIn(page)).toEqual([]);
    expect(process.cpuUsage(before).user).toBeLessThan(3_000_000);
  });

  it('is no trouble when it has hardly a pixel', () => {
    for (const [widthPixels, heightPixels] of [
      [0, 0],
      [1, 1],
      [3, 50],
    ] as const)
      expect(
        textsIn({ pixels: new Uint8Array(widthPixels * heightPixels), widthPixels, heightPixels }),
      ).toEqual([]);
  });
});
