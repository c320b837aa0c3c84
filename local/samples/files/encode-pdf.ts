import { PDFDocument } from '@cantoo/pdf-lib';
import type { ScannedPage } from '../scanner/scan-page.ts';
import { encodeJpeg } from './encode-image.ts';

const POINTS_PER_INCH = 72;

/** Pages as a PDF of images, as scanners write it; with the date fixed, so that the bytes are the same on every run. */
export async function encodePdf(pages: readonly ScannedPage[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const page of pages) {
    const image = await document.embedJpg(await encodeJpeg(page));
    const width = (image.width / page.dpi) * POINTS_PER_INCH;
    const height = (image.height / page.dpi) * POINTS_PER_INCH;
    document.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  }
  return document.save();
}
