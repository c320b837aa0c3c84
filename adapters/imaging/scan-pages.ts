import { orNotDrawable } from './or-not-drawable.ts';
import type { SourcePages } from './source-pages.ts';
import { countPictures, openPicture } from './stored-picture.ts';

/** Opens a TIFF, JPEG or PNG. @throws PageNotDrawableError */
export async function openScan(bytes: Uint8Array): Promise<SourcePages> {
  const pageCount = await orNotDrawable(() => countPictures(bytes));
  return {
    pageCount,
    picture: (page, longSidePixels) =>
      orNotDrawable(async () => (await openPicture(bytes, page - 1)).upright(longSidePixels)),
    close: () => undefined,
  };
}
