import sharp from 'sharp';
import type { DrawingLimits } from '../../core/domain/pages/drawing-limits.ts';
import { orNotDrawable } from './or-not-drawable.ts';
import type { SourcePages } from './source-pages.ts';

/** Opens a TIFF, JPEG or PNG. @throws PageNotDrawableError */
export async function openScan(bytes: Uint8Array, limits: DrawingLimits): Promise<SourcePages> {
  const { pages = 1 } = await orNotDrawable(() => sharp(bytes).metadata());
  return {
    pageCount: pages,
    picture: (page) =>
      Promise.resolve(
        sharp(bytes, { page: page - 1, limitInputPixels: limits.maxImagePixels }).timeout({
          seconds: limits.pageSeconds,
        }),
      ),
    close: () => undefined,
  };
}
