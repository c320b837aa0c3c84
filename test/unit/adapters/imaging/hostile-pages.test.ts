import { describe, expect, it } from 'vitest';
import { ScanPageBitmaps } from '../../../../adapters/imaging/page-bitmaps.ts';
import { ScanPageDrawer } from '../../../../adapters/imaging/page-drawer.ts';
import { drawingLimits } from '../../../../core/domain/pages/drawing-limits.ts';
import { PageNotDrawableError, PageTooCostlyError } from '../../../../core/ports/page-images.ts';
import { inlineImagePdf, nestedFormsPdf } from '../../../support/hostile-pdfs.ts';
import { pdfOf } from '../../core/domain/intake/support/fixtures.ts';

const PDF = 'application/pdf';
const nested = nestedFormsPdf({ pagesAround: 1 });

describe('a page that is made to be drawn for ever', () => {
  it.each([
    ['time', { ...drawingLimits, pageSeconds: 1, maxPdfMemoryBytes: 2 ** 31 }],
    ['memory', { ...drawingLimits, pageSeconds: 120, maxPdfMemoryBytes: 256 * 1024 * 1024 }],
  ])('is given up by its %s, and the other pages are drawn', async (_, limits) => {
    const pages = await new ScanPageDrawer(limits).open(nested, PDF);
    expect(pages.pageCount).toBe(3);
    await pages.draw(1);
    await expect(pages.draw(2)).rejects.toThrow(PageTooCostlyError);
    expect((await pages.draw(3)).widthPixels).toBeGreaterThan(1000);
    const begun = performance.now();
    await expect(pages.draw(2)).rejects.toThrow(PageNotDrawableError);
    expect(performance.now() - begun).toBeLessThan(500);
    pages.close();
  });

  it('is tried no more than a few times in one file', async () => {
    const limits = { ...drawingLimits, pageSeconds: 1, maxPagesGivenUp: 1 };
    const pages = await new ScanPageDrawer(limits).open(nested, PDF);
    await expect(pages.draw(2)).rejects.toThrow(PageTooCostlyError);
    await expect(pages.draw(1)).rejects.toThrow(PageTooCostlyError);
  });

  it('does no harm to the next file, nor to one that is open beside it', async () => {
    const limits = { ...drawingLimits, pageSeconds: 1 };
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
