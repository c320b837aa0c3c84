import sharp, { type Sharp } from 'sharp';
import type { RawImage } from '../scanner/warp.ts';
import type { ScannedPage } from '../scanner/scan-page.ts';

function opened({ data, width, height, channels }: RawImage): Sharp {
  const image = sharp(data, { raw: { width, height, channels } });
  return channels === 1 ? image.toColourspace('b-w') : image;
}

/** One page as JPEG, with its resolution written in the file. */
export function encodeJpeg(page: ScannedPage): Promise<Buffer> {
  return opened(page.image)
    .withMetadata({ density: page.dpi })
    .jpeg({ quality: page.jpegQuality })
    .toBuffer();
}

export function encodePng(page: ScannedPage): Promise<Buffer> {
  return opened(page.image).withMetadata({ density: page.dpi }).png({ compressionLevel: 6 }).toBuffer();
}

/**
 * Pages as one TIFF: CCITT G4 where all of them are black and white, JPEG inside otherwise. Pages of different size are
 * padded to the largest.
 */
export async function encodeTiff(pages: readonly ScannedPage[]): Promise<Buffer> {
  // Through sRGB even for grey: sharp writes one bit a pixel only when it converts to black and white itself.
  const images = await Promise.all(
    pages.map(({ image: { data, width, height, channels } }) =>
      sharp(data, { raw: { width, height, channels } }).png({ compressionLevel: 1 }).toBuffer(),
    ),
  );
  const joined = images.length === 1 ? sharp(images[0]) : sharp(images, { join: { animated: true } });
  const pixelsPerMillimetre = (pages[0]?.dpi ?? 200) / 25.4;
  const resolution = { xres: pixelsPerMillimetre, yres: pixelsPerMillimetre };
  const gray = pages.every((page) => page.image.channels === 1) ? joined.toColourspace('b-w') : joined;
  if (pages.every((page) => page.bilevel))
    return gray.tiff({ ...resolution, compression: 'ccittfax4', bitdepth: 1 }).toBuffer();
  return gray.tiff({ ...resolution, compression: 'jpeg', quality: pages[0]?.jpegQuality ?? 75 }).toBuffer();
}
