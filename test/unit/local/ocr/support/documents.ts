import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';

/** A blank page as an image, in a shade of its own so that contents differ. */
export async function imageDocument(
  format: 'png' | 'jpeg',
  shade = 255,
  width = 60,
  height = 80,
): Promise<Buffer> {
  const background = { r: shade, g: shade, b: shade };
  return await sharp({ create: { width, height, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
}

/** A TIFF with pages of different shades. */
export async function tiffDocument(pageCount: number): Promise<Buffer> {
  const pages = await Promise.all(
    Array.from({ length: pageCount }, async (_, index) => await imageDocument('png', 255 - index * 20)),
  );
  const joined = pages.length === 1 ? sharp(pages[0]) : sharp(pages, { join: { animated: true } });
  return await joined.tiff({ compression: 'lzw' }).toBuffer();
}

export async function pdfDocument(pageCount: number, password?: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let page = 1; page <= pageCount; page++) {
    document.addPage([595, 842]).drawText(`page ${page}`, { x: 50, y: 700 });
  }
  if (password !== undefined) {
    document.encrypt({ userPassword: password, ownerPassword: password, permissions: {} });
  }
  return Buffer.from(await document.save());
}
