import sharp, { type Sharp } from 'sharp';
import { seededRandom } from '../../../local/samples/random.ts';
import { restartedJpegOf, scannedTiffOf } from '../../unit/intake/domain/support/odd-pictures.ts';
import { tiffOfPages } from '../../unit/intake/domain/support/fixtures.ts';

/** The same picture on every run, with something for an encoder to do. */
function drawing(width: number, height: number, channels: 1 | 3 | 4 = 3): Sharp {
  const random = seededRandom(width * height);
  const pixels = Buffer.from(
    Array.from({ length: width * height * channels }, (_, at) => (at % width) * 3 + random.whole(0, 20)),
  );
  return sharp(pixels, { raw: { width, height, channels } });
}

export const jpegSeeds = async (): Promise<readonly Uint8Array[]> => [
  await drawing(40, 30).jpeg().toBuffer(),
  await drawing(33, 17).jpeg({ progressive: true }).toBuffer(),
  await drawing(24, 24).toColourspace('b-w').jpeg({ optimiseCoding: false }).toBuffer(),
  await drawing(64, 20).jpeg({ chromaSubsampling: '4:4:4' }).toBuffer(),
  await drawing(16, 16, 1).jpeg().withMetadata({ orientation: 6 }).toBuffer(),
  await restartedJpegOf(32, 24),
];

export const pngSeeds = async (): Promise<readonly Uint8Array[]> => [
  await drawing(20, 20).png().toBuffer(),
  await drawing(20, 20, 4).png({ progressive: true }).toBuffer(),
  await drawing(16, 24, 1).toColourspace('b-w').png().toBuffer(),
  await drawing(16, 16).png({ palette: true, colours: 8 }).toBuffer(),
  await drawing(8, 8).toColourspace('rgb16').png().toBuffer(),
];

/** Frames one below the other, as libvips takes pages. */
const pages = (count: number, options: Parameters<Sharp['tiff']>[0]): Promise<Buffer> => {
  const picture = sharp(Buffer.alloc(16 * 16 * count, 180), {
    raw: { width: 16, height: 16 * count, channels: 1, pageHeight: 16 },
  });
  return picture.toColourspace('b-w').tiff(options).toBuffer();
};

export const tiffSeeds = async (): Promise<readonly Uint8Array[]> => [
  await pages(3, { compression: 'lzw' }),
  await pages(2, { compression: 'deflate', predictor: 'horizontal' }),
  await pages(1, { compression: 'ccittfax4', bitdepth: 1 }),
  await drawing(64, 64).tiff({ compression: 'none', tile: true, tileWidth: 32, tileHeight: 32 }).toBuffer(),
  await drawing(24, 24).tiff({ compression: 'jpeg' }).toBuffer(),
  await drawing(24, 24).tiff({ compression: 'packbits' }).toBuffer(),
  scannedTiffOf({}),
  scannedTiffOf({ hasNextPointer: false, tagCount: 20 }),
  scannedTiffOf({ stripBytes: 0 }),
  tiffOfPages(4),
];
