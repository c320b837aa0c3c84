import { inspectJpeg } from '../../../../contexts/intake/domain/inspect-jpeg.ts';
import { greyOfRgba, type GreyRaster } from '../../../../contexts/intake/domain/page-quality/grey-raster.ts';
import { demandDecodable, type PictureHeader } from '../../../../contexts/intake/domain/picture-header.ts';
import { readPngHeader } from '../../../../contexts/intake/domain/png-header.ts';
import { textractFileLimits } from '../../../../contexts/claims/domain/quarantine-reason.ts';
import { checkLimits } from './check-limits.ts';
import { judgePage } from './judge-page.ts';
import type { LookQuestion, Tell } from './page-check.ts';

/**
 * Looks at a JPEG or PNG. Its header is read as intake reads it, before the browser decodes a pixel: what would fill the memory here
 * is refused there.
 * @throws FileFault; or what the browser says
 */
export async function lookAtPicture(
  file: Blob,
  mediaType: LookQuestion['mediaType'],
  tell: Tell,
): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const header = mediaType === 'image/png' ? readPngHeader(bytes) : inspectJpeg(bytes);
  demandDecodable(header, textractFileLimits);
  tell({ kind: 'counted', pageCount: 1 });
  tell({ kind: 'page', page: judgePage(1, await rasterOf(file, header)) });
}

async function rasterOf(file: Blob, { widthPixels, heightPixels }: PictureHeader): Promise<GreyRaster> {
  const times = Math.sqrt(checkLimits.maxPicturePixels / (widthPixels * heightPixels));
  // The height follows: a camera may have said that the two are to be swapped.
  const bitmap = await (times < 1
    ? createImageBitmap(file, { resizeWidth: Math.ceil(widthPixels * times), resizeQuality: 'medium' })
    : createImageBitmap(file));
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
