import sharp from 'sharp';
import type { PageBitmap } from '#reading';

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** A page laid askew, on white, and the way back. */
export interface TiltedPage {
  readonly bitmap: PageBitmap;
  /** Where a pixel of the tilted page is on the page itself. */
  readonly untilt: (pixel: Pixel) => Pixel;
}

/** @param degrees clockwise */
export async function tilted(page: PageBitmap, degrees: number): Promise<TiltedPage> {
  if (degrees === 0) return { bitmap: page, untilt: (pixel) => pixel };
  const { pixels, widthPixels, heightPixels } = page;
  const { data, info } = await sharp(pixels, {
    raw: { width: widthPixels, height: heightPixels, channels: 1 },
  })
    .rotate(degrees, { background: 'white' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const cosine = Math.cos((degrees * Math.PI) / 180);
  const sine = Math.sin((degrees * Math.PI) / 180);
  return {
    bitmap: { pixels: data, widthPixels: info.width, heightPixels: info.height },
    untilt: (pixel) => {
      const x = pixel.x - info.width / 2;
      const y = pixel.y - info.height / 2;
      return {
        x: x * cosine + y * sine + widthPixels / 2,
        y: y * cosine - x * sine + heightPixels / 2,
      };
    },
  };
}
