import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { PdfError, PdfRasteriser } from '../../../../local/ocr/documents/pdf-rasteriser.ts';
import { pdfDocument } from './support/documents.ts';
import { startServiceUnderTest } from './support/service-under-test.ts';

async function pdfWithSizes(sizes: readonly [number, number][]): Promise<Buffer> {
  const document = await PDFDocument.create();
  sizes.forEach((size) => document.addPage(size));
  return Buffer.from(await document.save());
}

describe('the pages of a PDF', () => {
  it('are drawn upright, with their writing, at 200 dots an inch', async () => {
    const rasteriser = new PdfRasteriser(60);
    const pdf = await rasteriser.open(await pdfDocument(2));
    expect(pdf.pageCount).toBe(2);
    const page = sharp(await pdf.renderPage(2));
    expect(await page.metadata()).toMatchObject({ width: 1652, height: 2338, density: 200 });
    const { channels } = await page.clone().extract({ left: 130, top: 300, width: 300, height: 120 }).stats();
    expect(channels[0]?.min).toBeLessThan(60);
    expect(channels[0]?.max).toBe(255);
    await pdf.close();
    await rasteriser.stop();
  });

  it('are drawn coarser when they are very large, so that they fit into memory', async () => {
    const rasteriser = new PdfRasteriser(60);
    const pdf = await rasteriser.open(await pdfWithSizes([[8000, 4000]]));
    const { width, height } = await sharp(await pdf.renderPage(1)).metadata();
    expect(width * height).toBeLessThanOrEqual(40_000_000);
    expect(width / height).toBeCloseTo(2, 2);
    await rasteriser.stop();
  });

  it('that are larger than Textract takes are not read, while the others are', async () => {
    const service = await startServiceUnderTest();
    service.put(
      'file.pdf',
      await pdfWithSizes([
        [595, 842],
        [9001, 842],
      ]),
    );
    const result = await service.ended(await service.start('file.pdf'));
    await service.stop();
    expect(result).toMatchObject({ JobStatus: 'PARTIAL_SUCCESS', Warnings: [{ Pages: [2] }] });
  });

  it('are not drawn any more once the service stops', async () => {
    const rasteriser = new PdfRasteriser(60);
    const pdf = await rasteriser.open(await pdfDocument(1));
    const [drawing] = await Promise.allSettled([pdf.renderPage(1), rasteriser.stop()]);
    expect(drawing).toMatchObject({ status: 'rejected', reason: expect.any(PdfError) as unknown });
    await expect(rasteriser.open(await pdfDocument(1))).rejects.toBeInstanceOf(PdfError);
  });
});
