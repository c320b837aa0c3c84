import type { DrawingLimits } from '../domain/drawing-limits.ts';
import { orNotDrawable } from './or-not-drawable.ts';
import type { SourcePages } from './source-pages.ts';
import { countPictures, openPicture } from './stored-picture.ts';

/** Opens a TIFF, JPEG or PNG. @throws PageNotDrawableError */
export async function openScan(bytes: Uint8Array, limits: DrawingLimits): Promise<SourcePages> {
  const pageCount = await orNotDrawable(() => countPictures(bytes));
  return {
    pageCount,
    picture: (page, longSidePixels) =>
      orNotDrawable(async () => {
        const picture = await openPicture(bytes, page - 1);
        return picture.upright(longSidePixels, limits.pageSeconds);
      }),
    close: () => undefined,
  };
}
