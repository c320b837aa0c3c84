import { invert, type ScanGeometry } from './homography.ts';

/** Rows of pixels without padding: one byte a channel. */
export interface RawImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

/** Maps a drawn page (RGBA) onto the scan, bilinear, in grey or colour; what is outside the sheet has the background's colour. */
export function warp(
  rgba: Uint8Array,
  width: number,
  height: number,
  geometry: ScanGeometry,
  background: readonly [number, number, number],
  gray: boolean,
): RawImage {
  const channels = gray ? 1 : 3;
  const source = toPlanar(rgba, width * height, channels);
  const behind = gray ? [luminance(...background)] : background;
  const { widthPixels, heightPixels } = geometry;
  const data = new Uint8Array(widthPixels * heightPixels * channels);
  const [a, b, c, d, e, f, g, h, i] = invert(geometry.toScan);
  let out = 0;
  for (let y = 0; y < heightPixels; y++) {
    for (let x = 0; x < widthPixels; x++) {
      const px = x + 0.5;
      const py = y + 0.5;
      const w = 1 / (g * px + h * py + i);
      const sx = (a * px + b * py + c) * w - 0.5;
      const sy = (d * px + e * py + f) * w - 0.5;
      if (sx < 0 || sy < 0 || sx >= width - 1 || sy >= height - 1) {
        for (let channel = 0; channel < channels; channel++) data[out++] = behind[channel] ?? 0;
        continue;
      }
      const left = sx | 0;
      const top = sy | 0;
      const fx = sx - left;
      const fy = sy - top;
      const at = (top * width + left) * channels;
      const below = at + width * channels;
      for (let channel = 0; channel < channels; channel++) {
        const upper = (source[at + channel] ?? 0) * (1 - fx) + (source[at + channels + channel] ?? 0) * fx;
        const lower =
          (source[below + channel] ?? 0) * (1 - fx) + (source[below + channels + channel] ?? 0) * fx;
        data[out++] = upper * (1 - fy) + lower * fy + 0.5;
      }
    }
  }
  return { data, width: widthPixels, height: heightPixels, channels };
}

function luminance(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

function toPlanar(rgba: Uint8Array, pixels: number, channels: 1 | 3): Uint8Array {
  const out = new Uint8Array(pixels * channels);
  for (let pixel = 0, from = 0, to = 0; pixel < pixels; pixel++, from += 4) {
    const red = rgba[from] ?? 0;
    const green = rgba[from + 1] ?? 0;
    const blue = rgba[from + 2] ?? 0;
    if (channels === 1) out[to++] = luminance(red, green, blue) + 0.5;
    else {
      out[to++] = red;
      out[to++] = green;
      out[to++] = blue;
    }
  }
  return out;
}
