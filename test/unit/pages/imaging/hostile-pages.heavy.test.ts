import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ScanPageBitmaps } from '../../../../contexts/pages/imaging/page-bitmaps.ts';
import { ScanPageDrawer } from '../../../../contexts/pages/imaging/page-drawer.ts';
import { drawingLimits, processorSecondsFor } from '../../../../contexts/pages/domain/drawing-limits.ts';
import { PageNotDrawableError, PageTooCostlyError } from '../../../../contexts/reading/ports/page-errors.ts';
import { inlineImagePdf, nestedFormsPdf } from '../../../support/hostile-pdfs.ts';
import { pdfFromObjects, pdfOf } from '../../intake/domain/support/fixtures.ts';

const PDF = 'application/pdf';
const nested = nestedFormsPdf({ pagesAround: 1 });

describe('a page that is made to be drawn for ever', () => {
  it.each([
    ['time', { pageSeconds: 0.2, maxPdfMemoryBytes: 2 ** 31 }],
    ['part of a processor', { pageSeconds: 120, maxPdfMemoryBytes: 2 ** 31 }],
    ['memory', { pageSeconds: 120, maxPdfMemoryBytes: 256 * 1024 * 1024 }],
  ])('is given up by its %s, and the other pages are drawn', async (_, limitsOfThePage) => {
    // The clock tells of other programs too: the pages beside it have time.
    const patient = { ...drawingLimits, ...limitsOfThePage, pageSeconds: 120 };
    const limits = { ...patient };
    const pages = await new ScanPageDrawer(limits).open(nested, PDF);
    expect(pages.pageCount).toBe(3);
    await pages.draw(1);
    Object.assign(limits, limitsOfThePage);
    await expect(pages.draw(2)).rejects.toThrow(PageTooCostlyError);
    Object.assign(limits, patient);
    expect((await pages.draw(3)).widthPixels).toBeGreaterThan(1000);
    const before = process.cpuUsage();
    await expect(pages.draw(2)).rejects.toThrow(PageNotDrawableError);
    expect(process.cpuUsage(before).user).toBeLessThan(500_000);
    pages.close();
  });

  it('is tried no more than a few times in one file', async () => {
    const limits = { ...drawingLimits, pageSeconds: 120, maxPagesGivenUp: 1 };
    const pages = await new ScanPageDrawer(limits).open(nested, PDF);
    await expect(pages.draw(2)).rejects.toThrow(PageTooCostlyError);
    await expect(pages.draw(1)).rejects.toThrow(PageTooCostlyError);
  });

  it('does no harm to the next file, nor to one that is open beside it', async () => {
    const limits = { ...drawingLimits, pageSeconds: 120 };
    const drawer = new ScanPageDrawer(limits);
    const beside = await drawer.open(await pdfOf(2, false), PDF);
    const hostile = await drawer.open(nested, PDF);
    const [given, drawn] = await Promise.allSettled([hostile.draw(2), beside.draw(1)]);
    expect([given.status, drawn.status]).toEqual(['rejected', 'fulfilled']);
    await beside.draw(2);
    const next = await drawer.open(await pdfOf(1, true), PDF);
    await next.draw(1);
  });

  it('is bounded for programs as for people, also with an image of billions of pixels in its midst', async () => {
    const pages = await new ScanPageBitmaps().open(inlineImagePdf(), PDF);
    const begun = performance.now();
    const outcome = await pages.bitmapOf(1).catch((error: unknown) => error);
    expect(outcome).toSatisfy((it) => it instanceof PageNotDrawableError || !(it instanceof Error));
    expect(performance.now() - begun).toBeLessThan((drawingLimits.pageSeconds + 10) * 1000);
    pages.close();
  });
});

describe('a page of lines, patterns or colours without end', () => {
  const resources = {
    pattern:
      '/Pattern << /P << /Type /Pattern /PatternType 2 /Shading << /ShadingType 1 /ColorSpace /DeviceRGB /Matrix [595 0 0 842 0 0] /Function 5 0 R >> >> >>',
    none: '',
  };
  it.each([
    ['dashes', '[0.0001] 0 d 0.1 w 0 0 m 595 842 l S\n'.repeat(2000), resources.none],
    [
      'a computed shading, again and again',
      '/Pattern cs /P scn 0 0 595 842 re f\n'.repeat(300),
      resources.pattern,
    ],
    ['paths to clip by', clippingPaths(), resources.none],
  ])(
    'has a second of a processor, as no sound page takes more beside its images: %s',
    async (_, drawing, named) => {
      const work = `{ ${'1 add 1 sub '.repeat(1000)} pop dup dup }`;
      const pdf = pdfFromObjects([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${named} >> >>`,
        `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
        `<< /FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1] /Length ${work.length} >>\nstream\n${work}\nendstream`,
      ]);
      const pages = await new ScanPageBitmaps({ ...drawingLimits, pageSeconds: 120 }).open(pdf, PDF);
      const before = process.cpuUsage();
      await expect(pages.bitmapOf(1)).rejects.toThrow(PageTooCostlyError);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6).toBeLessThan(1.8);
      pages.close();
    },
  );

  it('has up to a second more for images that take it', () => {
    expect([0, 75e6, 150e6, 1e12].map(processorSecondsFor)).toEqual([1, 1.5, 2, 2]);
  });
});

/** Zigzags over the page, each of which cuts what is drawn to what all before it left. */
function clippingPaths(): string {
  const zigzag = Array.from({ length: 3000 }, (_, at) => `${(at * 7919) % 600} ${(at * 104729) % 850} l`);
  return `${`0 0 m ${zigzag.join(' ')} W n\n`.repeat(30)}0 0 595 842 re f`;
}

describe('a page for parts of which there is no memory', () => {
  it('is not drawn as if they were white', async () => {
    const jpeg = await sharp({ create: { width: 3000, height: 3000, channels: 3, background: 'black' } })
      .jpeg({ progressive: true, chromaSubsampling: '4:4:4' })
      .toBuffer();
    const drawing = 'q 595 0 0 842 0 0 cm /I Do Q';
    const pdf = pdfFromObjects([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
      `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
      `<< /Subtype /Image /Width 3000 /Height 3000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n${jpeg.toString('latin1')}\nendstream`,
    ]);
    for (const megabytes of [20, 30, 40, 50, 60, 80, 120]) {
      const limits = { ...drawingLimits, maxPdfMemoryBytes: megabytes * 1024 ** 2 };
      const pages = await new ScanPageBitmaps(limits).open(pdf, PDF).catch(() => undefined);
      const bitmap = await pages?.bitmapOf(1, 100).catch(() => undefined);
      const isBlack = bitmap?.pixels.every((pixel) => pixel < 20 || pixel > 235) ?? true;
      expect(bitmap === undefined || (isBlack && bitmap.pixels.some((pixel) => pixel < 20))).toBe(true);
      pages?.close();
    }
    const whole = await new ScanPageBitmaps().open(pdf, PDF);
    expect((await whole.bitmapOf(1, 100)).pixels.some((pixel) => pixel < 20)).toBe(true);
    whole.close();
  });
});
