import { existsSync, readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ScanPageDrawer } from '../../../../contexts/pages/imaging/page-drawer.ts';
import { inspectFile } from '../../../../contexts/intake/domain/inspect-file.ts';
import { mediaTypeOf } from '../../../../contexts/intake/domain/media-type.ts';
import { decodePage } from '../../../../local/ocr/engine/grey-image.ts';
import { jpegOf, limits, pngOf } from './support/fixtures.ts';
import { restartedJpegOf, scannedTiffOf } from './support/odd-pictures.ts';

/** What becomes of a picture: everything that decodes it must agree with what took it in. */
async function fateOf(bytes: Uint8Array): Promise<string> {
  const inspection = await inspectFile(bytes, limits);
  if (!inspection.accepted) return inspection.reason;
  const { pageCount } = inspection;
  const pages = await new ScanPageDrawer().open(bytes, mediaTypeOf(bytes) ?? '');
  await pages.draw(1);
  const { grey } = await decodePage(bytes);
  expect(grey.pixels.length).toBe(grey.width * grey.height);
  return `${pageCount} page`;
}

/** Puts bytes behind the first segment. */
function insertedAfterFirstSegment(jpeg: Uint8Array, bytes: readonly number[]): Uint8Array {
  const at = 4 + Buffer.from(jpeg).readUInt16BE(4);
  return Buffer.concat([jpeg.subarray(0, at), Buffer.from(bytes), jpeg.subarray(at)]);
}

describe('a JPEG that every decoder draws', () => {
  it.each([
    ['stray bytes', [1, 2, 3, 4, 5]],
    ['zeros', [0, 0]],
    ['a stuffed byte', [0xff, 0x00]],
    ['fill bytes', [0xff, 0xff, 0xff]],
  ])('is accepted with %s between two segments', async (_, stray) => {
    expect(await fateOf(insertedAfterFirstSegment(await jpegOf(64, 48), stray))).toBe('1 page');
  });

  it('is accepted with odd parameters of its scan, as some cameras write', async () => {
    const jpeg = Buffer.from(await jpegOf(64, 48));
    const scan = jpeg.indexOf(Buffer.from([0xff, 0xda]));
    const parametersAt = scan + 2 + jpeg.readUInt16BE(scan + 2) - 3;
    jpeg.set([0, 0, 0], parametersAt);
    expect(await fateOf(jpeg)).toBe('1 page');
  });

  it('is accepted without the mark of its end when all of it is there, and not with a byte less', async () => {
    for (const whole of [await jpegOf(64, 48), await jpegOf(57, 33), await restartedJpegOf(64, 48)]) {
      const withoutEnd = whole.subarray(0, whole.length - 2);
      expect(await fateOf(withoutEnd)).toBe('1 page');
      for (const missing of [1, 2, 5, 20]) {
        expect(await fateOf(withoutEnd.subarray(0, withoutEnd.length - missing))).toBe('INCOMPLETE');
      }
    }
  });

  it('is refused with 12 bits a sample, which no browser shows', async () => {
    const jpeg = Buffer.from(await jpegOf(64, 48));
    jpeg[jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 4] = 12;
    expect(await fateOf(jpeg)).toBe('IMAGE_FORMAT_NOT_ACCEPTED');
  });
});

describe('a TIFF of an office scanner', () => {
  it.each([27, 28, 31])('is no raw picture of a camera for having %s tags', async (tagCount) => {
    expect(await fateOf(scannedTiffOf({ tagCount }))).toBe('1 page');
    expect(await fateOf(scannedTiffOf({ tagCount, firstTag: 11 }))).toBe('1 page');
  });

  it('is none for the tag that print software leaves', async () => {
    expect(await fateOf(scannedTiffOf({ more: [[50341, 7]] }))).toBe('1 page');
  });

  it.each([
    ['the values of a sensor', { photometric: 32803 }],
    ['a compression of Nikon', { compression: 34713 }],
    ['the version of DNG', { more: [[50706, 0x01040000]] as const }],
    ['a small preview with the picture below it', { subfileType: 1, more: [[330, 8]] as const }],
  ])('is distinguished from the raw picture of a camera, which has %s', async (_, tags) => {
    expect(await fateOf(scannedTiffOf(tags))).toBe('IMAGE_FORMAT_NOT_ACCEPTED');
  });

  it('is accepted without the pointer to a next page that it does not have', async () => {
    expect(await fateOf(scannedTiffOf({ hasNextPointer: false }))).toBe('1 page');
    const cut = scannedTiffOf({ hasNextPointer: true });
    expect(await fateOf(cut.subarray(0, cut.length - 2))).toBe('INCOMPLETE');
  });

  it('is accepted with one strip whose length is 0, not said, or too large, when its rows are there', async () => {
    expect(await fateOf(scannedTiffOf({ stripBytes: 0 }))).toBe('1 page');
    expect(await fateOf(scannedTiffOf({ stripBytes: undefined }))).toBe('1 page');
    expect(await fateOf(scannedTiffOf({ stripBytes: 900_000 }))).toBe('1 page');
    expect(await fateOf(scannedTiffOf({ stripBytes: 0, rows: 4000 }))).toBe('INCOMPLETE');
  });
});

describe('a picture that takes too much memory', () => {
  it('is refused by its header, before a pixel is decoded, with what to do', async () => {
    // Grey on grey deflates to nothing.
    const wide = async (size: number, channels: 3 | 4, colours: 'srgb' | 'rgb16') =>
      sharp({ create: { width: size, height: size, channels, background: '#ddd' }, limitInputPixels: false })
        .toColourspace(colours)
        .png({ compressionLevel: 1 })
        .toBuffer();
    const inspection = await inspectFile(await wide(7100, 4, 'rgb16'), limits);
    expect(inspection).toMatchObject({ accepted: false, reason: 'PAGE_TOO_LARGE' });
    if (inspection.accepted) throw new Error('It was accepted');
    for (const text of Object.values(inspection.advice)) expect(text).toContain('100');
    expect(await inspectFile(await wide(7100, 3, 'srgb'), limits)).toMatchObject({ accepted: true });
  });

  it('counts the coefficients of a progressive JPEG', async () => {
    const progressive = (chromaSubsampling: string) =>
      sharp({ create: { width: 7000, height: 7000, channels: 3, background: 'white' } })
        .jpeg({ progressive: true, chromaSubsampling, quality: 40 })
        .toBuffer();
    expect(await inspectFile(await progressive('4:4:4'), limits)).toMatchObject({ reason: 'PAGE_TOO_LARGE' });
    expect(await inspectFile(await progressive('4:2:0'), limits)).toMatchObject({ accepted: true });
  });

  it.each(['jpeg', 'png'] as const)(
    'is held to half where a decoder must hold it whole: a %s',
    async (type) => {
      const picture = (progressive: boolean) =>
        sharp({ create: { width: 7100, height: 7100, channels: 3, background: '#ddd' } })
          .toFormat(type, { progressive })
          .toBuffer();
      expect(await inspectFile(await picture(true), limits)).toMatchObject({ reason: 'PAGE_TOO_LARGE' });
      expect(await inspectFile(await picture(false), limits)).toMatchObject({ accepted: true });
    },
  );

  it('is not decoded by what draws and reads either', async () => {
    const deep = await sharp({
      create: { width: 7100, height: 7100, channels: 4, background: '#ddd' },
      limitInputPixels: false,
    })
      .toColourspace('rgb16')
      .png({ compressionLevel: 1 })
      .toBuffer();
    const pages = await new ScanPageDrawer().open(deep, 'image/png');
    await expect(pages.draw(1)).rejects.toThrow('cannot be read');
    await expect(decodePage(deep)).rejects.toThrow('cannot be read');
    expect(await fateOf(await pngOf(30, 30))).toBe('1 page');
  });
});

const faults = '../shared/data/faults';
describe.skipIf(!existsSync(faults))(`pictures of ${faults} (skipped where absent)`, () => {
  const folders = existsSync(faults) ? readdirSync(faults).filter((name) => /^(jpeg|tiff)-/.test(name)) : [];
  const files = folders.flatMap((folder) =>
    readdirSync(`${faults}/${folder}`)
      .filter((name) => !name.endsWith('.txt'))
      .map((name) => `${folder}/${name}`),
  );
  it.each(files)('reads %s', async (name) => {
    expect(await fateOf(readFileSync(`${faults}/${name}`))).toBe('1 page');
  });
});
