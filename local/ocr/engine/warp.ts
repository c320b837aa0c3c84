import { whiteImage, type GreyImage } from './grey-image.ts';
import type { Homography } from './homography.ts';

/**
 * Draws the image that a map describes, with bilinear sampling.
 * @param toSource where a pixel of the new image lies in `source`; what lies outside is white
 */
export function warpImage(source: GreyImage, toSource: Homography, width: number, height: number): GreyImage {
  const target = whiteImage(width, height);
  const from = source.pixels;
  const sourceWidth = source.width;
  const [xLimit, yLimit] = [source.width - 1, source.height - 1];
  for (let y = 0; y < height; y++) {
    let u = toSource[1] * y + toSource[2];
    let v = toSource[4] * y + toSource[5];
    let w = toSource[7] * y + toSource[8];
    for (let x = 0; x < width; x++) {
      const sx = u / w;
      const sy = v / w;
      if (sx >= 0 && sy >= 0 && sx < xLimit && sy < yLimit) {
        const x0 = Math.trunc(sx);
        const y0 = Math.trunc(sy);
        const fx = sx - x0;
        const i = y0 * sourceWidth + x0;
        const [a, b] = [from[i] ?? 255, from[i + 1] ?? 255];
        const [c, d] = [from[i + sourceWidth] ?? 255, from[i + sourceWidth + 1] ?? 255];
        const upper = a + (b - a) * fx;
        const lower = c + (d - c) * fx;
        target.pixels[y * width + x] = Math.round(upper + (lower - upper) * (sy - y0));
      }
      u += toSource[0];
      v += toSource[3];
      w += toSource[6];
    }
  }
  return target;
}
