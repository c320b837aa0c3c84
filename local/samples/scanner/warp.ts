import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { invert, type ScanGeometry } from './homography.ts';

/** Rows of pixels without padding: one byte a channel. */
export interface RawImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

export type Colour = readonly [red: number, green: number, blue: number];

/** Maps a drawn page onto the scan, in grey or colour; what is outside the sheet has the background's colour. */
export function warp(page: Canvas, geometry: ScanGeometry, background: Colour, gray: boolean): RawImage {
  const { toScan, widthPixels, heightPixels } = geometry;
  const isFlat = toScan[6] === 0 && toScan[7] === 0;
  if (!isFlat) return tilt(withoutAlpha(page, gray), geometry, background);
  // The canvas turns and skews by itself, and much faster.
  const canvas = createCanvas(widthPixels, heightPixels);
  const context = canvas.getContext('2d');
  context.fillStyle = `rgb(${background.join(',')})`;
  context.fillRect(0, 0, widthPixels, heightPixels);
  const [a, b, c, d, e, f, , , i] = toScan;
  context.setTransform(a / i, d / i, b / i, e / i, c / i, f / i);
  context.drawImage(page, 0, 0);
  return withoutAlpha(canvas, gray);
}

/** What a canvas cannot do: the perspective of a camera, bilinear. */
function tilt(page: RawImage, geometry: ScanGeometry, background: Colour): RawImage {
  const { data: source, width, height, channels } = page;
  const { widthPixels, heightPixels } = geometry;
  const gray = channels === 1;
  const data = new Uint8Array(widthPixels * heightPixels * channels);
  if (gray) data.fill(luminance(...background));
  else for (let at = 0; at < data.length; at += 3) data.set(background, at);
  const [a, b, c, d, e, f, g, h, i] = invert(geometry.toScan);
  const rowBytes = width * channels;
  let out = 0;
  for (let y = 0; y < heightPixels; y++) {
    // Numerators and denominator of the projection, moved on by one pixel a step.
    let px = a * 0.5 + b * (y + 0.5) + c;
    let py = d * 0.5 + e * (y + 0.5) + f;
    let pw = g * 0.5 + h * (y + 0.5) + i;
    for (let x = 0; x < widthPixels; x++, out += channels, px += a, py += d, pw += g) {
      const sx = px / pw - 0.5;
      const sy = py / pw - 0.5;
      if (sx < 0 || sy < 0 || sx >= width - 1 || sy >= height - 1) continue;
      const left = sx | 0;
      const top = sy | 0;
      const fx = sx - left;
      const fy = sy - top;
      const at = top * rowBytes + left * channels;
      // Three calls, not a loop: this runs about 4 million times a page.
      data[out] = blend(source, at, channels, rowBytes, fx, fy);
      if (gray) continue;
      data[out + 1] = blend(source, at + 1, channels, rowBytes, fx, fy);
      data[out + 2] = blend(source, at + 2, channels, rowBytes, fx, fy);
    }
  }
  return { data, width: widthPixels, height: heightPixels, channels };
}

function blend(
  source: Uint8Array,
  at: number,
  channels: number,
  rowBytes: number,
  fx: number,
  fy: number,
): number {
  const topLeft = source[at] ?? 0;
  const bottomLeft = source[at + rowBytes] ?? 0;
  const upper = topLeft + ((source[at + channels] ?? 0) - topLeft) * fx;
  const lower = bottomLeft + ((source[at + rowBytes + channels] ?? 0) - bottomLeft) * fx;
  return upper + (lower - upper) * fy + 0.5;
}

function luminance(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

function withoutAlpha(canvas: Canvas, gray: boolean): RawImage {
  const { width, height } = canvas;
  const rgba = canvas.data();
  const channels = gray ? 1 : 3;
  const data = new Uint8Array(width * height * channels);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += channels) {
    const red = rgba[from] ?? 0;
    const green = rgba[from + 1] ?? 0;
    const blue = rgba[from + 2] ?? 0;
    if (gray) {
      data[to] = luminance(red, green, blue) + 0.5;
      continue;
    }
    data[to] = red;
    data[to + 1] = green;
    data[to + 2] = blue;
  }
  return { data, width, height, channels };
}
