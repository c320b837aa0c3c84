import sharp from 'sharp';
import type { PageBitmap } from '../../contexts/reading/ports/page-bitmaps.ts';
import { PagePen } from '../../local/samples/drawing/page-pen.ts';
import type { Degradation } from '../../local/samples/scanner/degradation.ts';
import { scanPage } from '../../local/samples/scanner/scan-page.ts';

/** A page that is drawn and scanned, as read-forms looks at it. */
export async function drawnBitmap(
  draw: (pen: PagePen) => void,
  degradation: Partial<Degradation> = {},
): Promise<PageBitmap> {
  const pen = new PagePen(200);
  draw(pen);
  const { image } = await scanPage('drawn', pen.finish(), { dpi: 200, blur: 0.4, ...degradation }, 1);
  const { width, height, channels } = image;
  const pixels = await sharp(image.data, { raw: { width, height, channels } })
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer();
  return { pixels, widthPixels: width, heightPixels: height };
}
