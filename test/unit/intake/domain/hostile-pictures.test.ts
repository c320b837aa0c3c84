import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../../contexts/intake/domain/inspect-file.ts';
import { bomb, turnedPng } from '../../../support/hostile-pictures.ts';
import { limits, pdfFromObjects } from './support/fixtures.ts';

const outcomeOf = async (bytes: Uint8Array): Promise<string> => {
  const inspection = await inspectFile(bytes, limits);
  return inspection.accepted ? 'accepted' : inspection.reason;
};

const pngWith = (type: string, texts: readonly Buffer[]) =>
  turnedPng({ sidePixels: 10, rawBytes: 310, chunks: texts.map((text) => [type, text] as const) });
const packed = (text: Buffer) => Buffer.concat([Buffer.from('key\0\0'), text]);
const inLanguage = (isPacked: boolean, text: Buffer) =>
  Buffer.concat([Buffer.from(`key\0${isPacked ? '\x01' : '\0'}\0fr\0clé\0`), text]);
/** Seven megabytes each, which decoders keep. */
const texts = Array.from({ length: 100 }, () => bomb(7));

describe('texts beside a picture, which every decoder unfolds before the first pixel', () => {
  it.each([
    ['packed', 'zTXt', texts.map(packed)],
    ['in a language', 'iTXt', texts.map((text) => inLanguage(true, text))],
    [
      'broken at their end',
      'zTXt',
      texts.map((text) => packed(Buffer.concat([text.subarray(0, -8), Buffer.alloc(9, 0xff)]))),
    ],
    ['one of hundreds of megabytes', 'zTXt', [packed(bomb(300))]],
  ])('are refused where they unfold without end: %s', async (_, type, chunks) => {
    expect(await outcomeOf(pngWith(type, chunks))).toBe('TOO_COMPLEX');
  });

  it.each([
    ['a long packed one', 'zTXt', [packed(deflateSync(Buffer.alloc(300_000, 'sound ')))]],
    ['one in a language', 'iTXt', [inLanguage(true, deflateSync(Buffer.from('scanné à Fès')))]],
    ['a plain one of a megabyte', 'iTXt', [inLanguage(false, Buffer.alloc(2 ** 20, 'a'))]],
    ['a broken one', 'zTXt', [packed(Buffer.from('xx'))]],
    ['one without an end of its key', 'zTXt', [Buffer.from('key')]],
    ['one without a text', 'iTXt', [Buffer.from('key\0\x01\0fr')]],
  ])('are no matter where cameras and editors write them: %s', async (_, type, chunks) => {
    expect(await outcomeOf(pngWith(type, chunks))).toBe('accepted');
  });
});

const SHORT = 3;
const LONG = 4;

/** A grey TIFF of one page in tiles that all lie at the same place. */
function tiledTiff(sidePixels: number, tilePixels: number, compression: number, tile: Buffer): Uint8Array {
  const count = Math.ceil(sidePixels / tilePixels) ** 2;
  const dataAt = 8;
  const offsetsAt = dataAt + tile.byteLength + (tile.byteLength % 2);
  const directoryAt = offsetsAt + 8 * count;
  const entries = [
    [256, LONG, 1, sidePixels],
    [257, LONG, 1, sidePixels],
    [258, SHORT, 1, 8],
    [259, SHORT, 1, compression],
    [262, SHORT, 1, 1],
    [277, SHORT, 1, 1],
    [322, LONG, 1, tilePixels],
    [323, LONG, 1, tilePixels],
    [324, LONG, count, count === 1 ? dataAt : offsetsAt],
    [325, LONG, count, count === 1 ? tile.byteLength : offsetsAt + 4 * count],
  ] as const;
  const bytes = Buffer.alloc(directoryAt + 2 + 12 * entries.length + 4);
  bytes.set([0x49, 0x49, 42, 0]);
  bytes.writeUInt32LE(directoryAt, 4);
  bytes.set(tile, dataAt);
  for (let at = 0; at < count; at += 1) {
    bytes.writeUInt32LE(dataAt, offsetsAt + 4 * at);
    bytes.writeUInt32LE(tile.byteLength, offsetsAt + 4 * (count + at));
  }
  bytes.writeUInt16LE(entries.length, directoryAt);
  entries.forEach(([tag, type, values, value], index) => {
    const at = directoryAt + 2 + 12 * index;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(values, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  });
  return bytes;
}

const DEFLATE = 8;
const JPEG = 7;
const greyJpeg = (progressive: boolean) =>
  sharp({ create: { width: 256, height: 256, channels: 3, background: 'grey' } })
    .toColourspace('b-w')
    .jpeg({ progressive })
    .toBuffer();
/** Its last scan so many times more, which says nothing new. */
const withScans = (jpeg: Buffer, times: number): Buffer => {
  const scan = jpeg.subarray(jpeg.lastIndexOf(Buffer.from([0xff, 0xda])), -2);
  return Buffer.concat([
    jpeg.subarray(0, -2),
    ...Array.from({ length: times }, () => scan),
    jpeg.subarray(-2),
  ]);
};
const pdfWithJpeg = (jpeg: Buffer) =>
  pdfFromObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 4 0 R >> >> >>',
    `<< /Subtype /Image /Width 256 /Height 256 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n${jpeg.toString('latin1')}\nendstream`,
  ]);

describe('a picture in pieces, each of which its decoder begins anew', () => {
  it('is refused where it has hundreds of thousands', async () => {
    const dot = deflateSync(Buffer.alloc(256));
    expect(await outcomeOf(tiledTiff(9984, 16, DEFLATE, dot))).toBe('TOO_COMPLEX');
  });

  it('is taken in the pieces that scanners make, the largest page too', async () => {
    const tile = deflateSync(Buffer.alloc(64 * 64));
    expect(await outcomeOf(tiledTiff(9984, 64, DEFLATE, tile))).toBe('accepted');
  });
});

describe('a JPEG of scan upon scan, each of which is a walk over all pixels', () => {
  it.each([
    ['in each tile of a TIFF', (jpeg: Buffer) => tiledTiff(9984, 256, JPEG, jpeg)],
    ['as the whole of a TIFF', (jpeg: Buffer) => tiledTiff(256, 256, JPEG, jpeg)],
    ['in a PDF', pdfWithJpeg],
  ])('is refused %s as by itself, and else taken', async (_, within) => {
    const [plain, progressive] = [await greyJpeg(false), await greyJpeg(true)];
    expect(await outcomeOf(within(withScans(progressive, 90)))).toBe('TOO_COMPLEX');
    expect(await outcomeOf(within(progressive))).toBe('accepted');
    expect(await outcomeOf(within(plain))).toBe('accepted');
  });

  it('is found in time where thousands of pictures share the same bytes', async () => {
    const jpeg = await greyJpeg(false);
    const shared = Buffer.concat([jpeg, Buffer.alloc(2 ** 20)]);
    expect(await outcomeOf(tiledTiff(9984, 256, JPEG, shared))).toBe('accepted');
  });
});
