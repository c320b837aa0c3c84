import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { ScanPageBitmaps } from '../../../../contexts/pages/imaging/page-bitmaps.ts';
import { ScanPageDrawer } from '../../../../contexts/pages/imaging/page-drawer.ts';
import { decodePage } from '../../../../local/ocr/engine/grey-image.ts';
import { openDocument } from '../../../../local/ocr/documents/open-document.ts';
import { PdfRasteriser } from '../../../../local/ocr/documents/pdf-rasteriser.ts';

/** A sheet of 90 × 60 that looks different however it is turned or mirrored: a dark corner, and grey beside it. */
async function sheet(orientation: number, format: 'jpeg' | 'tiff' | 'png'): Promise<Uint8Array> {
  const area = (width: number, height: number, background: string) =>
    sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer();
  return sharp({ create: { width: 90, height: 60, channels: 3, background: 'white' } })
    .composite([
      { input: await area(30, 20, 'black'), left: 0, top: 0 },
      { input: await area(30, 20, '#999'), left: 30, top: 0 },
    ])
    .withMetadata({ orientation })
    .toFormat(format, { quality: 95 })
    .toBuffer();
}

/** Levels in the middle of each of 3 × 3 or 2 × 2 parts, as a viewer shows them. */
async function levelsOf(picture: Sharp): Promise<readonly number[]> {
  const { data, info } = await picture.greyscale().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): number =>
    Math.round(
      (data[(Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels] ?? 0) /
        50,
    );
  const places = [1 / 6, 1 / 2, 5 / 6];
  return [info.width > info.height ? 1 : 0, ...places.flatMap((y) => places.map((x) => at(x, y)))];
}

const grey = (pixels: Uint8Array, width: number, height: number): Sharp =>
  sharp(pixels, { raw: { width, height, channels: 1 } });

describe.each(['jpeg', 'tiff', 'png'] as const)('a %s that the camera says to turn', (format) => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'is drawn, looked at and read the way every viewer shows it (orientation %s)',
    async (orientation) => {
      const bytes = await sheet(orientation, format);
      const expected = await levelsOf(sharp(await sharp(bytes).autoOrient().png().toBuffer()));
      const drawn = await (await new ScanPageDrawer().open(bytes, `image/${format}`)).draw(1);
      expect(await levelsOf(sharp(drawn.jpeg))).toEqual(expected);

      const bitmap = await (await new ScanPageBitmaps().open(bytes, `image/${format}`)).bitmapOf(1);
      expect(await levelsOf(grey(bitmap.pixels, bitmap.widthPixels, bitmap.heightPixels))).toEqual(expected);

      const document = await openDocument(bytes, format, new PdfRasteriser(1));
      const read = await decodePage(await document.pageImage(1));
      expect(await levelsOf(grey(read.grey.pixels, read.grey.width, read.grey.height))).toEqual(expected);
      expect(read.widthPixels > read.heightPixels ? 1 : 0).toBe(expected[0]);
    },
  );
});
