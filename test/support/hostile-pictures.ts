import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

const MEGABYTE = 2 ** 20;
/** On its side: whoever wants it upright must decode it. */
const TURNED = 6;

/** Some kilobytes that unfold to so many megabytes. */
export const bomb = (megabytes: number): Buffer =>
  deflateSync(Buffer.alloc(megabytes * MEGABYTE), { level: 9 });

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

interface PngOptions {
  readonly sidePixels: number;
  readonly rawBytes: number;
  readonly isInterlaced?: boolean;
  readonly chunks?: readonly (readonly [type: string, data: Buffer])[];
}

/** A PNG that is stored on its side, of chunks as they are told. */
export function turnedPng({ sidePixels, rawBytes, isInterlaced = false, chunks = [] }: PngOptions): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(sidePixels, 0);
  header.writeUInt32BE(sidePixels, 4);
  header.set([8, 2, 0, 0, isInterlaced ? 1 : 0], 8);
  const exif = Buffer.from([
    77,
    77,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    18,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    TURNED,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    ...chunks.map(([type, data]) => pngChunk(type, data)),
    pngChunk('eXIf', exif),
    pngChunk('IDAT', deflateSync(Buffer.alloc(rawBytes))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A JPEG that is stored on its side, and changed. */
export async function turnedJpeg(
  change: (jpeg: Buffer) => Buffer = (jpeg) => jpeg,
  options: { readonly progressive?: boolean } = {},
): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'white', noise } })
    .withMetadata({ orientation: TURNED })
    .jpeg(options)
    .toBuffer();
  return change(jpeg);
}

const startOfFrame = (jpeg: Buffer): number => jpeg.indexOf(Buffer.from([0xff, 0xc0]));

/** The last scan of a progressive picture so many times more. */
export const withMoreScans =
  (times: number) =>
  (jpeg: Buffer): Buffer => {
    const scan = jpeg.subarray(jpeg.lastIndexOf(Buffer.from([0xff, 0xda])), -2);
    return Buffer.concat([
      jpeg.subarray(0, -2),
      ...Array.from({ length: times }, () => scan),
      jpeg.subarray(-2),
    ]);
  };

/** Another size than the picture has. */
export const sayingSize =
  (width: number, height: number) =>
  (jpeg: Buffer): Buffer => {
    const changed = Buffer.from(jpeg);
    changed.writeUInt16BE(height, startOfFrame(jpeg) + 5);
    changed.writeUInt16BE(width, startOfFrame(jpeg) + 7);
    return changed;
  };

/** Another byte of the frame header, counted from its marker. */
export const withFrameByte =
  (at: number, value: number) =>
  (jpeg: Buffer): Buffer => {
    const changed = Buffer.from(jpeg);
    changed[startOfFrame(jpeg) + at] = value;
    return changed;
  };

export const withBytesInFront =
  (bytes: Buffer) =>
  (jpeg: Buffer): Buffer =>
    Buffer.concat([jpeg.subarray(0, 2), bytes, jpeg.subarray(2)]);
