/** A page in shades of grey, row by row: 0 is black, 255 is white. */
export interface GreyRaster {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly pixels: Uint8Array;
}

/**
 * Makes shades of grey of what a canvas gives out: four bytes a pixel, red, green, blue and opacity. Weights of ITU-R BT.601,
 * as in JPEG.
 */
export function greyOfRgba(
  rgba: Uint8Array | Uint8ClampedArray,
  widthPixels: number,
  heightPixels: number,
): GreyRaster {
  const pixels = new Uint8Array(widthPixels * heightPixels);
  for (let at = 0, from = 0; at < pixels.length; at++, from += 4) {
    const [red = 0, green = 0, blue = 0] = [rgba[from], rgba[from + 1], rgba[from + 2]];
    pixels[at] = (red * 299 + green * 587 + blue * 114) / 1000;
  }
  return { widthPixels, heightPixels, pixels };
}

/** Makes a page smaller, so that its long side has at most so many pixels: each new pixel is the mean of those it covers. */
export function shrink(raster: GreyRaster, longSidePixels: number): GreyRaster {
  const { widthPixels, heightPixels, pixels } = raster;
  const factor = Math.max(widthPixels, heightPixels) / longSidePixels;
  if (factor <= 1) return raster;
  const width = Math.max(1, Math.floor(widthPixels / factor));
  const height = Math.max(1, Math.floor(heightPixels / factor));
  const small = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.floor(y * factor), Math.max(Math.floor((y + 1) * factor), 1)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.floor(x * factor), Math.max(Math.floor((x + 1) * factor), 1)];
      let sum = 0;
      for (let row = top; row < bottom; row++) {
        const start = row * widthPixels;
        for (let at = start + left; at < start + right; at++) sum += pixels[at] ?? 0;
      }
      small[y * width + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return { widthPixels: width, heightPixels: height, pixels: small };
}
