import sharp from 'sharp';
import { barcodePicture } from '../../support/barcode-picture.ts';

const SIDE_PIXELS = 220;

/** Square grey pages with a code in the midst, as pixels. */
export async function barcodePages(): Promise<readonly Uint8Array[]> {
  const codes = [
    await barcodePicture('Code39', '060708091', { scale: 1 }),
    await barcodePicture('Code128', '060708091', { scale: 1 }),
    await barcodePicture('EAN13', '3400930000007', { scale: 1 }),
    await barcodePicture('QRCode', '060708091'),
    await barcodePicture('DataMatrix', '0103400930000007'),
  ];
  return Promise.all(
    codes.map(async (code) => {
      const options = {
        width: SIDE_PIXELS,
        height: SIDE_PIXELS,
        fit: 'contain',
        background: 'white',
      } as const;
      const fitting = await sharp(code)
        .flatten({ background: 'white' })
        .resize({ ...options, withoutEnlargement: true, kernel: 'nearest' })
        .png()
        .toBuffer();
      return sharp(fitting).resize(options).toColourspace('b-w').raw({ depth: 'uchar' }).toBuffer();
    }),
  );
}
