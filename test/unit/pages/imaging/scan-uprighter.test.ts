import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { PDFDocument } from '@cantoo/pdf-lib';
import { ScanPageBitmaps } from '../../../../contexts/pages/imaging/page-bitmaps.ts';
import { ScanPageDrawer } from '../../../../contexts/pages/imaging/page-drawer.ts';
import { TurnedScanUprighter } from '../../../../contexts/pages/imaging/scan-uprighter.ts';
import { PageNotDrawableError, PageTooCostlyError } from '../../../../contexts/reading/ports/page-errors.ts';
import { turnedTiff } from '../../../support/turned-tiff.ts';

/** Of the sheet as it is meant to be seen. */
const SIZE = { width: 240, height: 160 };
/** Where its one dark mark is: in no middle, so that it lies elsewhere however the sheet is turned or mirrored. */
const MARK = { left: 0.1, top: 0.25, width: 0.2, height: 0.125 };
const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8];

/** Rows of the stored picture of which viewers, told the orientation, make the sheet. */
async function storedFor(orientation: number): Promise<{ pixels: Buffer; width: number; height: number }> {
  const mark = {
    left: MARK.left * SIZE.width,
    top: MARK.top * SIZE.height,
    width: MARK.width * SIZE.width,
    height: MARK.height * SIZE.height,
  };
  const black = sharp({
    create: { width: mark.width, height: mark.height, channels: 3, background: 'black' },
  });
  const sheet = await sharp({ create: { ...SIZE, channels: 3, background: 'white' } })
    .composite([{ input: await black.png().toBuffer(), left: mark.left, top: mark.top }])
    .png()
    .toBuffer();
  // What undoes it: turned back first, and then mirrored.
  const degrees = { 3: 180, 4: 180, 5: 90, 6: 270, 7: 270, 8: 90 }[orientation] ?? 0;
  const turned = await sharp(sheet).rotate(degrees).png().toBuffer();
  const stored = sharp(turned).flop([2, 4, 5, 7].includes(orientation)).greyscale();
  const { data, info } = await stored.raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

async function fileOf(orientation: number, format: 'jpeg' | 'png' | 'tiff'): Promise<Uint8Array> {
  const page = await storedFor(orientation);
  if (format === 'tiff') return turnedTiff([{ ...page, orientation }]);
  const { pixels, width, height } = page;
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .withMetadata({ orientation })
    .toFormat(format, { quality: 95 })
    .toBuffer();
}

/** Where the dark mark is, as a share of the picture, by its pixels alone: what an OCR finds that knows nothing of cameras. */
async function markIn(picture: Uint8Array | Sharp) {
  const { data, info } = await (picture instanceof Uint8Array ? sharp(picture) : picture)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((data[(y * width + x) * channels] ?? 255) < 100) {
        xs.push(x);
        ys.push(y);
      }
  const share = (values: readonly number[], of: number) => [
    Math.min(...values) / of,
    (Math.max(...values) + 1) / of,
  ];
  return [...share(xs, width), ...share(ys, height)];
}
const MEANT = [MARK.left, MARK.left + MARK.width, MARK.top, MARK.top + MARK.height];
const near = (shares: readonly number[]) => shares.map((share) => Math.round(share * 50) / 50);

describe.each(['jpeg', 'png', 'tiff'] as const)('a %s that the camera says to turn or mirror', (format) => {
  it.each(ORIENTATIONS)(
    'is read, searched and shown as one picture, whether or not an OCR heeds what it says (orientation %i)',
    async (orientation) => {
      const bytes = await fileOf(orientation, format);
      const upright = await new TurnedScanUprighter(10).upright(bytes, `image/${format}`);
      const read = upright ?? bytes;
      expect(upright === undefined).toBe(orientation === 1);

      expect(near(await markIn(read))).toEqual(near(MEANT));
      expect(near(await markIn(sharp(read).autoOrient()))).toEqual(near(MEANT));

      const pages = await new ScanPageDrawer().open(bytes, `image/${format}`);
      expect(near(await markIn((await pages.draw(1)).jpeg))).toEqual(near(MEANT));
      const bitmap = await (await new ScanPageBitmaps().open(bytes, `image/${format}`)).bitmapOf(1);
      const raw = { width: bitmap.widthPixels, height: bitmap.heightPixels, channels: 1 } as const;
      expect(near(await markIn(sharp(bitmap.pixels, { raw })))).toEqual(near(MEANT));
    },
  );
});

describe('a TIFF of several pages', () => {
  it('is read page by page, each turned as it says itself, and of its own shape', async () => {
    const turns = [1, 6, 5, 8, 2];
    const stored = await Promise.all(turns.map((orientation) => storedFor(orientation)));
    const bytes = turnedTiff(stored.map((page, index) => ({ ...page, orientation: turns[index]! })));
    const upright = await new TurnedScanUprighter(10).upright(bytes, 'image/tiff');
    const document = await PDFDocument.load(upright!);
    expect(document.getPageCount()).toBe(turns.length);
    for (const page of document.getPages()) expect(page.getWidth() / page.getHeight()).toBeCloseTo(1.5, 2);
    const pages = await new ScanPageDrawer().open(upright!, 'application/pdf');
    for (const [index] of turns.entries())
      expect(near(await markIn((await pages.draw(index + 1)).jpeg))).toEqual(near(MEANT));
    pages.close();
  });

  it('has no copy where each page is stored upright', async () => {
    const page = await storedFor(1);
    const bytes = turnedTiff([1, 1].map((orientation) => ({ ...page, orientation })));
    expect(await new TurnedScanUprighter(10).upright(bytes, 'image/tiff')).toBeUndefined();
  });
});

describe('what cannot be turned', () => {
  it('is a picture that is broken inside', async () => {
    const whole = await sharp({
      create: {
        width: 400,
        height: 300,
        channels: 3,
        background: 'white',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer();
    const broken = Buffer.concat([whole.subarray(0, whole.length / 2), Buffer.alloc(20_000)]);
    await expect(new TurnedScanUprighter(10).upright(broken, 'image/png')).rejects.toThrow(
      PageNotDrawableError,
    );
  });

  it('is one that takes longer than there is time', async () => {
    const bytes = await fileOf(6, 'jpeg');
    await expect(new TurnedScanUprighter(0).upright(bytes, 'image/jpeg')).rejects.toThrow(PageTooCostlyError);
  });

  it('is never a PDF, which says for each page how it is to be turned and is drawn so by all', async () => {
    expect(await new TurnedScanUprighter(1).upright(Buffer.from('%PDF-'), 'application/pdf')).toBeUndefined();
  });
});
