import sharp from 'sharp';
import { orNotDrawable } from './or-not-drawable.ts';
import type { SourcePages } from './source-pages.ts';

/** Twice the largest side that the OCR takes, squared: what is larger is no scan. */
const MOST_PIXELS = 20_000 * 20_000;

/** Opens a TIFF, JPEG or PNG. @throws PageNotDrawableError */
export async function openScan(bytes: Uint8Array): Promise<SourcePages> {
  const { pages = 1 } = await orNotDrawable(() => sharp(bytes).metadata());
  return {
    pageCount: pages,
    picture: (page) => Promise.resolve(sharp(bytes, { page: page - 1, limitInputPixels: MOST_PIXELS })),
    close: () => undefined,
  };
}
