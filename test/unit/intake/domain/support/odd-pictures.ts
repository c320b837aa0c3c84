import sharp from 'sharp';

export interface ScannedTiff {
  /** Filled up with tags that mean nothing. */
  readonly tagCount?: number;
  /** A tag that comes before all others. */
  readonly firstTag?: number;
  readonly photometric?: number;
  readonly compression?: number;
  readonly subfileType?: number;
  readonly hasNextPointer?: boolean;
  /** What the file says of its only strip; undefined leaves the tag out. */
  readonly stripBytes?: number | undefined;
  /** Rows that the picture says it has; there are 32. */
  readonly rows?: number;
  readonly more?: readonly (readonly [tag: number, value: number])[];
}

const WIDTH = 40;
const ROWS = 32;
const LONG = 4;

/** A plain grey TIFF of one strip, its directory at the end of the file. */
export function scannedTiffOf(given: ScannedTiff): Uint8Array {
  const { rows = ROWS, subfileType = 0, compression = 1, photometric = 1, more = [] } = given;
  const stripBytes = 'stripBytes' in given ? given.stripBytes : WIDTH * ROWS;
  const tags: (readonly [number, number])[] = [
    ...(given.firstTag === undefined ? [] : [[given.firstTag, 1] as const]),
    [254, subfileType],
    [256, WIDTH],
    [257, rows],
    [258, 8],
    [259, compression],
    [262, photometric],
    [273, 8],
    [277, 1],
    [278, rows],
    ...(stripBytes === undefined ? [] : [[279, stripBytes] as const]),
    ...more,
  ];
  for (let tag = 60_000; tags.length < (given.tagCount ?? 0); tag++) tags.push([tag, 1]);
  tags.sort(([one], [other]) => one - other);
  const directoryAt = 8 + WIDTH * ROWS;
  const bytes = Buffer.alloc(
    directoryAt + 2 + 12 * tags.length + (given.hasNextPointer === false ? 0 : 4),
    0,
  );
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(directoryAt, 4);
  bytes.fill(220, 8, directoryAt);
  bytes.writeUInt16LE(tags.length, directoryAt);
  for (const [index, [tag, value]] of tags.entries()) {
    const at = directoryAt + 2 + 12 * index;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(LONG, at + 2);
    bytes.writeUInt32LE(1, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  }
  return new Uint8Array(bytes);
}

/** A JPEG whose coded data are parted by restart markers: one grey block after the other, each of a known code. */
export async function restartedJpegOf(width: number, height: number): Promise<Uint8Array> {
  const jpeg = Buffer.from(
    await sharp({ create: { width, height, channels: 3, background: '#808080' } })
      .toColourspace('b-w')
      .jpeg({ optimiseCoding: false })
      .toBuffer(),
  );
  const scan = jpeg.indexOf(Buffer.from([0xff, 0xda]));
  const dataAt = scan + 2 + jpeg.readUInt16BE(scan + 2);
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  // With the standard tables a block like the one before is 00 (no difference) and 1010 (end of block).
  const block = 0b00101011;
  const data = Array.from({ length: blocks }, (_, index) => [
    ...(index === 0 ? [] : [0xff, 0xd0 + ((index - 1) % 8)]),
    block,
  ]).flat();
  const interval = Buffer.from([0xff, 0xdd, 0, 4, 0, 1]);
  return Buffer.concat([
    jpeg.subarray(0, scan),
    interval,
    jpeg.subarray(scan, dataAt),
    Buffer.from(data),
    Buffer.from([0xff, 0xd9]),
  ]);
}
