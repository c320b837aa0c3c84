import sharp, { type Sharp } from 'sharp';
import type { Box } from '#reading';
import type { ShownZones } from '../domain/shown-zones.ts';
import type { DrawnPage } from '../ports/page-images.ts';

/** An A4 page 1600 pixels wide is as high: print of 8 points is read without zooming, and a page stays below half a megabyte. */
export const LONG_SIDE_PIXELS = 2263;
const JPEG_QUALITY = 75;

/** Writes a page as a JPEG that fits on a screen; metadata of the camera is not taken over. */
export async function writePage(source: Sharp, zones: ShownZones | undefined): Promise<DrawnPage> {
  const { data, info } = await source
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .resize({
      width: LONG_SIDE_PIXELS,
      height: LONG_SIDE_PIXELS,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (zones !== undefined) blacken(data, { width, height, channels }, zones);
  const jpeg = await sharp(data, { raw: { width, height, channels } })
    .jpeg({ quality: JPEG_QUALITY, progressive: true })
    .toBuffer();
  return { jpeg, widthPixels: width, heightPixels: height };
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** Takes the pixels away themselves: nothing lies beneath the black. */
function blacken(pixels: Buffer, size: Size, { shown, hidden }: ShownZones): void {
  const kept = Buffer.alloc(pixels.length);
  for (const box of shown) eachRow(size, box, (start, end) => pixels.copy(kept, start, start, end));
  for (const box of hidden) eachRow(size, box, (start, end) => kept.fill(0, start, end));
  kept.copy(pixels);
}

/** Gives the bytes of a box row by row. */
function eachRow(
  { width, height, channels }: Size,
  box: Box,
  visit: (start: number, end: number) => void,
): void {
  const left = Math.floor(box.left * width);
  const right = Math.ceil((box.left + box.width) * width);
  const bottom = Math.ceil((box.top + box.height) * height);
  for (let y = Math.floor(box.top * height); y < Math.min(bottom, height); y++)
    visit((y * width + left) * channels, (y * width + Math.min(right, width)) * channels);
}
