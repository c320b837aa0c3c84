import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { DrawingPageCounter } from '../../../../contexts/pages/imaging/page-counter.ts';
import { countingLimits } from '../../../../contexts/pages/domain/drawing-limits.ts';
import { PageNotDrawableError } from '../../../../contexts/reading/ports/page-errors.ts';
import { FileFault } from '../../../../contexts/intake/domain/file-fault.ts';
import { miscountedPdf, nestedFormsPdf } from '../../../support/hostile-pdfs.ts';
import { pdfFromObjects, pdfOf } from '../../intake/domain/support/fixtures.ts';

const PDF = 'application/pdf';
const MOST_PAGES = 30;
const pageTwicePdf = pdfFromObjects([
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Count 2 /Kids [3 0 R 3 0 R] >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
]);
const counter = new DrawingPageCounter();

describe('pages, counted by what will draw them', () => {
  it('are as many as a sound PDF has, with a page listed twice counted twice', async () => {
    expect(await counter.count(await pdfOf(5, true), PDF, MOST_PAGES)).toMatchObject({
      pageCount: 5,
      drawable: 5,
    });
    expect(await counter.count(pageTwicePdf, PDF, MOST_PAGES)).toMatchObject({ pageCount: 2, drawable: 2 });
  });

  it('are what a PDF says it has, and of how many there is something to draw', async () => {
    expect(await counter.count(miscountedPdf(), PDF, MOST_PAGES)).toMatchObject({
      pageCount: 3,
      drawable: 1,
    });
  });

  it('are not loaded one by one where a PDF says it has a billion', async () => {
    const billion = pdfFromObjects([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    ]);
    const begun = performance.now();
    const counted = await counter.count(billion, PDF, MOST_PAGES);
    expect(counted.drawable ?? 0).toBeLessThanOrEqual(1);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('are not counted where the contents of one unfold for ever, within the time that is given', async () => {
    const begun = performance.now();
    await expect(counter.count(nestedFormsPdf({ pagesAround: 1 }), PDF, MOST_PAGES)).rejects.toThrow(
      FileFault,
    );
    expect(performance.now() - begun).toBeLessThan((countingLimits.pageSeconds + 15) * 1000);
  });

  it('are not counted where it takes too much memory, and the next file is', async () => {
    const hasty = new DrawingPageCounter({ ...countingLimits, maxPdfMemoryBytes: 20 * 1024 ** 2 });
    const large = await pdfOf(2, false);
    await expect(
      hasty.count(Buffer.concat([large, Buffer.alloc(40 * 1024 ** 2)]), PDF, MOST_PAGES),
    ).rejects.toThrow('TOO_COMPLEX');
    expect(await counter.count(large, PDF, MOST_PAGES)).toMatchObject({ pageCount: 2 });
  });

  it('are not counted when their time or their memory is up, whichever is first', async () => {
    const hasty = new DrawingPageCounter({
      ...countingLimits,
      pageSeconds: 0.001,
      maxPdfMemoryBytes: 2 ** 31,
    });
    // Starting the thread is not counted against the file: a quick machine has filled the memory by then.
    const failure = await hasty.count(nestedFormsPdf({ pagesAround: 0 }), PDF, MOST_PAGES).catch(String);
    expect(failure).toMatch(/takes too much time|TOO_COMPLEX/);
  });

  it('are none where the file cannot be opened', async () => {
    for (const [text, type] of [
      ['%PDF-1.4 and no more', PDF],
      ['II*\0', 'image/tiff'],
      ['\xff\xd8\xff', 'image/jpeg'],
    ] as const)
      await expect(counter.count(Buffer.from(text, 'latin1'), type, MOST_PAGES)).rejects.toThrow(
        PageNotDrawableError,
      );
  });

  it('of a TIFF are those that libvips finds', async () => {
    const pages = await sharp(
      await Promise.all(
        ['white', 'grey', 'black'].map((background) =>
          sharp({ create: { width: 20, height: 30, channels: 3, background } })
            .png()
            .toBuffer(),
        ),
      ),
      { join: { animated: true } },
    )
      .tiff()
      .toBuffer();
    expect(await counter.count(pages, 'image/tiff', MOST_PAGES)).toEqual({ pageCount: 3, drawable: 3 });
  });
});
