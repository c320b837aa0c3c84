import sharp from 'sharp';
import type { OpenPages } from '../../core/ports/page-images.ts';
import { PageNotDrawableError } from '../../core/ports/page-images.ts';
import { writePage } from './write-page.ts';

/** Twice the largest side that the OCR takes, squared: what is larger is no scan. */
const MOST_PIXELS = 20_000 * 20_000;

/** Opens a TIFF, JPEG or PNG. @throws PageNotDrawableError */
export async function openScan(bytes: Uint8Array): Promise<OpenPages> {
  const { pages = 1 } = await orNotDrawable(() => sharp(bytes).metadata());
  return {
    pageCount: pages,
    draw: (page, zones) =>
      orNotDrawable(() => writePage(sharp(bytes, { page: page - 1, limitInputPixels: MOST_PIXELS }), zones)),
    close: () => undefined,
  };
}

async function orNotDrawable<T>(draw: () => Promise<T>): Promise<T> {
  try {
    return await draw();
  } catch (error) {
    throw new PageNotDrawableError('The image cannot be read', { cause: error });
  }
}
