import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { deflateRawSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../../contexts/intake/domain/inspect-file.ts';
import { quarantineReasons } from '../../../../contexts/claims/domain/quarantine-reason.ts';
import { jpegOf, limits, pdfOf, pngOf, tiffOf, tiffOfPages } from './support/fixtures.ts';

const reasonOf = async (bytes: Uint8Array, own = limits): Promise<string> => {
  const inspection = await inspectFile(bytes, own);
  return inspection.accepted ? 'accepted' : inspection.reason;
};

describe('a scan that can be read', () => {
  it('accepts a JPEG, baseline or progressive, with its size', async () => {
    for (const progressive of [false, true]) {
      expect(await inspectFile(await jpegOf(320, 200, progressive), limits)).toEqual({
        accepted: true,
        mediaType: 'image/jpeg',
        pageCount: 1,
        widthPixels: 320,
        heightPixels: 200,
      });
    }
  });

  it('accepts a PNG with its size', async () => {
    const expected = {
      accepted: true,
      mediaType: 'image/png',
      pageCount: 1,
      widthPixels: 64,
      heightPixels: 48,
    };
    expect(await inspectFile(await pngOf(64, 48), limits)).toEqual(expected);
  });

  it('counts the pages of a TIFF', async () => {
    expect(await inspectFile(await tiffOf(120, 80), limits)).toEqual({
      accepted: true,
      mediaType: 'image/tiff',
      pageCount: 1,
    });
    expect(await inspectFile(tiffOfPages(7), limits)).toEqual({
      accepted: true,
      mediaType: 'image/tiff',
      pageCount: 7,
    });
  });

  it('is not misled by an end-of-image marker inside the thumbnail of a photo', async () => {
    const photo = await jpegOf(320, 200);
    const thumbnail = await jpegOf(16, 16);
    const length = thumbnail.length + 2;
    const segment = Buffer.concat([Buffer.from([0xff, 0xe2, length >> 8, length & 255]), thumbnail]);
    const withThumbnail = Buffer.concat([photo.subarray(0, 2), segment, photo.subarray(2)]);
    expect(await reasonOf(withThumbnail)).toBe('accepted');
    expect(await reasonOf(withThumbnail.subarray(0, segment.length + 40))).toBe('INCOMPLETE');
  });

  it('accepts what a phone appends after the picture', async () => {
    expect(await reasonOf(Buffer.concat([await jpegOf(32, 32), Buffer.from('trailer of the phone')]))).toBe(
      'accepted',
    );
  });
});

describe('a file that is not a scan', () => {
  it('quarantines an empty file', async () => {
    expect(await reasonOf(new Uint8Array())).toBe('EMPTY');
  });

  it('tells archives and office documents from unknown content, whatever they are called', async () => {
    const name = Buffer.from('word/document.xml');
    const data = deflateRawSync('<w/>');
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(data.length, 18);
    header.writeUInt32LE(4, 22);
    header.writeUInt16LE(name.length, 26);
    const zip = Buffer.concat([header, name, data]);
    const oldWord = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);
    expect(await reasonOf(zip)).toBe('ARCHIVE_OR_OFFICE_DOCUMENT');
    expect(await reasonOf(oldWord)).toBe('ARCHIVE_OR_OFFICE_DOCUMENT');
    expect(await reasonOf(gzipSync('scan'))).toBe('ARCHIVE_OR_OFFICE_DOCUMENT');
    expect(await reasonOf(Buffer.from('Nom;Prenom;Montant\n'))).toBe('UNKNOWN_TYPE');
  });

  it('asks for another format where an image is of one that Textract does not take', async () => {
    const image = sharp({ create: { width: 16, height: 16, channels: 3, background: 'white' } });
    expect(await reasonOf(await image.clone().webp().toBuffer())).toBe('IMAGE_FORMAT_NOT_ACCEPTED');
    expect(await reasonOf(await image.clone().gif().toBuffer())).toBe('IMAGE_FORMAT_NOT_ACCEPTED');
    expect(await reasonOf(await image.clone().heif({ compression: 'av1' }).toBuffer())).toBe(
      'IMAGE_FORMAT_NOT_ACCEPTED',
    );
    expect(await reasonOf(await image.clone().tiff({ bigtiff: true }).toBuffer())).toBe(
      'IMAGE_FORMAT_NOT_ACCEPTED',
    );
  });
});

describe('a file that is too large', () => {
  it('keeps to the limit in bytes, and to that of Textract for images', async () => {
    const png = await pngOf(64, 64);
    expect(await reasonOf(png, { ...limits, maxFileBytes: png.length })).toBe('accepted');
    expect(await reasonOf(png, { ...limits, maxFileBytes: png.length - 1 })).toBe('TOO_LARGE');
    const heavyPhoto = Buffer.concat([await jpegOf(32, 32), Buffer.alloc(10 * 1024 * 1024)]);
    expect(await reasonOf(heavyPhoto)).toBe('TOO_LARGE');
  });

  it('keeps to 10,000 pixels a side', async () => {
    const line = (width: number, format: 'png' | 'jpeg' | 'tiff') =>
      sharp({ create: { width, height: 2, channels: 3, background: 'white' } })
        .toFormat(format)
        .toBuffer();
    for (const format of ['png', 'jpeg', 'tiff'] as const) {
      expect(await reasonOf(await line(10_000, format))).toBe('accepted');
      expect(await reasonOf(await line(10_001, format))).toBe('PAGE_TOO_LARGE');
    }
  });

  it('counts pages up to the limit', async () => {
    expect(await reasonOf(tiffOfPages(40))).toBe('accepted');
    expect(await reasonOf(tiffOfPages(41))).toBe('TOO_MANY_PAGES');
  });
});

/** A picture is whole without what says that nothing follows: the end of a JPEG, the pointer to no further page of a TIFF. */
const END_MARK_BYTES = 4;

describe('a half-written file', () => {
  it('never accepts a prefix of a scan, wherever the writing stopped', async () => {
    const scans = [
      await jpegOf(24, 16),
      await jpegOf(24, 16, true),
      await pngOf(24, 16),
      await tiffOf(24, 16),
      await pdfOf(2, true),
      await pdfOf(2, false),
    ];
    for (const scan of scans) {
      const text = Buffer.from(scan).toString('latin1').trimEnd();
      expect(await reasonOf(scan)).toBe('accepted');
      // The first few bytes alone do not say what the file was to be.
      for (let length = 1; length < 16; length++) {
        expect(await reasonOf(scan.subarray(0, length))).not.toBe('accepted');
      }
      const reasons = new Set<string>();
      for (let length = 16; length < text.length - END_MARK_BYTES; length++)
        reasons.add(await reasonOf(scan.subarray(0, length)));
      expect([...reasons]).toEqual(['INCOMPLETE']);
    }
  });

  it('sees a hole in a PNG by its checksums', async () => {
    const png = await pngOf(64, 64);
    const middle = Math.floor(png.length / 2);
    expect(await reasonOf(Buffer.from(png).fill(0, middle, middle + 4))).toBe('DAMAGED');
  });

  it('ends with a loop of TIFF directories, and takes none for pages', async () => {
    expect(await reasonOf(tiffOfPages(3, (page, next) => (page === 2 ? 16 : (next ?? 0))))).toBe('DAMAGED');
    expect(await reasonOf(tiffOfPages(0))).toBe('NO_PAGES');
  });

  it('answers with a reason, and never fails, whatever byte is changed', async () => {
    const scans = [
      await jpegOf(24, 16),
      await pngOf(24, 16),
      await tiffOf(24, 16),
      await pdfOf(3, true),
      await pdfOf(3, false),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...scans),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 }),
        async (scan, changes) => {
          const changed = new Uint8Array(scan);
          for (const [at, value] of changes) changed[at % changed.length] = value;
          const inspection = await inspectFile(changed, limits);
          expect(['accepted', ...quarantineReasons]).toContain(
            inspection.accepted ? 'accepted' : inspection.reason,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('advice', () => {
  it('tells the sender what to do, in three languages, with the limit that was passed', async () => {
    const inspection = await inspectFile(tiffOfPages(12), { ...limits, maxPages: 11 });
    expect(inspection).toMatchObject({ accepted: false, reason: 'TOO_MANY_PAGES' });
    if (inspection.accepted) throw new Error('12 pages were accepted');
    for (const text of Object.values(inspection.advice)) expect(text).toContain('11');
    expect(inspection.advice.ar).toMatch(/[\u0600-\u06ff]/);
  });
});

const scansFolder = '../shared/data/scans';
describe.skipIf(!existsSync(scansFolder))(`the sample scans (skipped where ${scansFolder} is absent)`, () => {
  it.each([
    ['s1.jpg', 'image/jpeg', 1],
    ['s6.jpg', 'image/jpeg', 1],
    ['scan-s2-s5.pdf', 'application/pdf', 2],
    ['multi-s1-s3-ccitt-g4.tiff', 'image/tiff', 2],
  ])('accepts %s', async (name, mediaType, pageCount) => {
    const bytes = readFileSync(`${scansFolder}/${name}`);
    expect(await inspectFile(bytes, limits)).toMatchObject({ accepted: true, mediaType, pageCount });
    expect(await reasonOf(bytes.subarray(0, Math.floor(bytes.length * 0.9)))).toBe('INCOMPLETE');
  });
});
