import sharp from 'sharp';
import { drawnBitmap } from '../../support/drawn-bitmap.ts';

const SIDE_PIXELS = 420;

/** Square pieces of scanned pages with a day in Arabic digits in the midst, as pixels. */
export async function arabicDatePages(): Promise<readonly Uint8Array[]> {
  return Promise.all(
    ['٢٨/١٠/٢٠٢٦', '٠٣/٠٤/١٩٧٥'].map(async (date) => {
      const { pixels, widthPixels, heightPixels } = await drawnBitmap((pen) => {
        pen.arabicWords(400, 200, date, { font: 'noto-naskh-arabic', size: 14 });
      });
      const cut = await sharp(pixels, { raw: { width: widthPixels, height: heightPixels, channels: 1 } })
        .trim({ threshold: 60 })
        .png()
        .toBuffer();
      return sharp(cut)
        .resize({
          width: SIDE_PIXELS,
          height: SIDE_PIXELS,
          fit: 'contain',
          background: 'white',
          withoutEnlargement: true,
        })
        .toColourspace('b-w')
        .raw({ depth: 'uchar' })
        .toBuffer();
    }),
  );
}
