import { assessPage } from '../../../../core/domain/intake/page-quality/assess-page.ts';
import { greyOfRgba, type GreyRaster } from '../../../../core/domain/intake/page-quality/grey-raster.ts';
import { currentThresholds } from '../../../../core/domain/intake/page-quality/quality-thresholds.ts';
import type { PageAnswer, PagePicture } from './page-check.ts';

/** Looks at pages away from the page that people work on: half a second each. */
const thresholds = currentThresholds(new Date().toISOString().slice(0, 10));

addEventListener('message', ({ data }: MessageEvent<PagePicture>) => {
  void rasterOf(data)
    .then((raster): PageAnswer => {
      const { faults, cutEdges } = assessPage(raster, thresholds);
      return { id: data.id, faults, cutEdges };
    })
    .catch((): PageAnswer => ({ id: data.id, cannotBeOpened: true }))
    .then((answer) => postMessage(answer));
});

async function rasterOf(picture: PagePicture): Promise<GreyRaster> {
  if ('rgba' in picture)
    return greyOfRgba(new Uint8ClampedArray(picture.rgba), picture.widthPixels, picture.heightPixels);
  const bitmap = await createImageBitmap(picture.file);
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('The browser draws no pictures here');
  // What is transparent is paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return greyOfRgba(context.getImageData(0, 0, width, height).data, width, height);
}
