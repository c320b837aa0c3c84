import { describe, expect, it } from 'vitest';
import { ScanPageBitmaps } from '../../../../adapters/imaging/page-bitmaps.ts';
import { ScanPageDrawer } from '../../../../adapters/imaging/page-drawer.ts';
import { drawingLimits } from '../../../../core/domain/pages/drawing-limits.ts';
import { PageNotDrawableError, PageTooCostlyError } from '../../../../core/ports/page-images.ts';
import { pdfFromObjects, pdfOf } from '../../core/domain/intake/support/fixtures.ts';

const PDF = 'application/pdf';
const form = (next: number, times: number) =>
  `<< /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F ${next} 0 R >> >> /Length ${times * 6} >>\nstream\n${'/F Do '.repeat(times)}\nendstream`;
const page = (content: number, resources = '') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> /Contents ${content} 0 R >>`;
const contents = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;

/** Three pages; the second draws a form that draws another ten times, and so on. */
const nested = pdfFromObjects([
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Count 3 /Kids [3 0 R 4 0 R 3 0 R] >>',
  page(5),
  page(6, '/XObject << /F 7 0 R >>'),
  contents('0 0 100 100 re f'),
  contents('/F Do'),
  ...Array.from({ length: 8 }, (_, depth) => form(depth + 8, 10)),
  contents('0 0 1 1 re f').replace('<<', '<< /Subtype /Form /BBox [0 0 595 842]'),
]);
/** An image that says itself how large it is, in the midst of the page: intake does not look there. */
const inline = pdfFromObjects([
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
  page(4),
  contents(`q 595 0 0 842 0 0 cm BI /W 60000 /H 60000 /BPC 8 /CS /RGB /F /Fl ID xxx EI Q`),
]);

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
    const pages = await new ScanPageBitmaps().open(inline, PDF);
    const begun = performance.now();
    const outcome = await pages.bitmapOf(1).catch((error: unknown) => error);
    expect(outcome).toSatisfy((it) => it instanceof PageNotDrawableError || !(it instanceof Error));
    expect(performance.now() - begun).toBeLessThan((drawingLimits.pageSeconds + 10) * 1000);
    pages.close();
  });
});
