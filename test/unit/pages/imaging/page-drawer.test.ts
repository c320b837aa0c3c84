import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ScanPageDrawer } from '../../../../contexts/pages/imaging/page-drawer.ts';
import { PageNotDrawableError } from '../../../../contexts/reading/ports/page-errors.ts';
import { randomClaim } from '../../../../local/samples/random/random-claim.ts';
import { renderScan, type ScanSpec } from '../../../../local/samples/render-scan.ts';

const { fields } = randomClaim(7, '2026-11-21');
const drawer = new ScanPageDrawer();

async function fileOf(fileType: ScanSpec['fileType'], pageCount: number) {
  const page: ScanSpec['pages'][number] = {
    content: { kind: 'care-form', layout: 'classic', look: 'printed', fields },
    degradation: { dpi: 60, gray: true },
  };
  return renderScan({ name: 'sample', fileType, pages: Array.from({ length: pageCount }, () => page) });
}

/** Mean level (0 black, 255 white) of a part of an image, given as ratios. */
async function brightness(
  jpeg: Uint8Array,
  box: { left: number; top: number; width: number; height: number },
) {
  const { width, height } = await sharp(jpeg).metadata();
  const area = {
    left: Math.round(box.left * width),
    top: Math.round(box.top * height),
    width: Math.round(box.width * width),
    height: Math.round(box.height * height),
  };
  const { channels } = await sharp(await sharp(jpeg).extract(area).toBuffer()).stats();
  return channels.reduce((sum, { mean }) => sum + mean, 0) / channels.length;
}

describe('images of pages', () => {
  it.each([
    ['pdf', 'application/pdf', 2],
    ['tiff', 'image/tiff', 2],
    ['jpeg', 'image/jpeg', 1],
    ['png', 'image/png', 1],
  ] as const)(
    'are made of every page of a %s file, as it was scanned',
    async (type, mediaType, pageCount) => {
      const { bytes, truths } = await fileOf(type, pageCount);
      const pages = await drawer.open(bytes, mediaType);
      expect(pages.pageCount).toBe(pageCount);
      for (let page = 1; page <= pageCount; page++) {
        const { jpeg, widthPixels, heightPixels } = await pages.draw(page);
        const metadata = await sharp(jpeg).metadata();
        expect(metadata).toMatchObject({ format: 'jpeg', width: widthPixels, height: heightPixels });
        const { width, height } = truths[page - 1]!.image;
        expect(widthPixels / heightPixels).toBeCloseTo(width / height, 2);
        // A word of the form stands where the truth says.
        const word = truths[page - 1]!.words.find(({ f }) => f === 'immatriculation')!.box;
        const box = { left: word.Left, top: word.Top, width: word.Width, height: word.Height };
        const margin = { left: 0.005, top: 0.005, width: 0.03, height: 0.03 };
        expect(await brightness(jpeg, box)).toBeLessThan((await brightness(jpeg, margin)) - 10);
      }
      pages.close();
    },
  );

  it('are black but for what is shown, and black where that is hidden', async () => {
    const { bytes } = await fileOf('png', 1);
    const pages = await drawer.open(bytes, 'image/png');
    const shown = { left: 0.1, top: 0.4, width: 0.8, height: 0.2 };
    const hidden = { left: 0.4, top: 0.45, width: 0.2, height: 0.1 };
    const { jpeg } = await pages.draw(1, { shown: [shown], hidden: [hidden] });
    expect(await brightness(jpeg, { left: 0.1, top: 0.41, width: 0.2, height: 0.18 })).toBeGreaterThan(150);
    expect(await brightness(jpeg, { left: 0.42, top: 0.47, width: 0.16, height: 0.06 })).toBeLessThan(3);
    expect(await brightness(jpeg, { left: 0, top: 0, width: 1, height: 0.38 })).toBeLessThan(3);
    expect(await brightness(jpeg, { left: 0, top: 0.62, width: 1, height: 0.38 })).toBeLessThan(3);
  });

  it('carry nothing of what the camera noted', async () => {
    const photo = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'white' } })
      .withExif({ IFD0: { Artist: 'someone' }, IFD3: { GPSLatitude: '33/1 58/1 0/1' } })
      .jpeg()
      .toBuffer();
    const { jpeg } = await (await drawer.open(photo, 'image/jpeg')).draw(1);
    expect((await sharp(jpeg).metadata()).exif).toBeUndefined();
  });

  it.each([
    ['a broken PDF', new Uint8Array([37, 80, 68, 70, 45, 1, 2, 3]), 'application/pdf'],
    ['a broken image', new Uint8Array([255, 216, 255, 1, 2, 3]), 'image/jpeg'],
    ['another kind of file', new Uint8Array([1, 2, 3]), 'text/plain'],
  ])('are not made of %s, which is no failure of the function', async (_, bytes, mediaType) => {
    await expect(drawer.open(bytes, mediaType)).rejects.toThrow(PageNotDrawableError);
  });
});
