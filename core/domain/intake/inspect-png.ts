import { crc32 } from 'node:zlib';
import { ByteReader } from './byte-reader.ts';
import { FileFault } from './file-fault.ts';
import { pictureHeader, type PictureHeader } from './picture-header.ts';

const chunkType = (name: string): number => Buffer.from(name, 'latin1').readUInt32BE(0);
const HEADER = chunkType('IHDR');
const DATA = chunkType('IDAT');
const END = chunkType('IEND');
const ANIMATION = chunkType('acTL');
const SIGNATURE_BYTES = 8;
/** Length, type and checksum around the data of a chunk. */
const CHUNK_FRAME_BYTES = 12;
/** By colour type: grey, RGB, palette (drawn as RGB with what it lets through), grey and RGB with alpha. */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 4, 4: 2, 6: 4 };

/**
 * Walks the chunks of a PNG up to IEND and checks each checksum, so that a file with a hole in it is seen; no pixel is
 * inflated.
 * @throws FileFault `INCOMPLETE`, `DAMAGED` or `IMAGE_FORMAT_NOT_ACCEPTED` (an animation).
 */
export function inspectPng(bytes: Uint8Array): PictureHeader {
  const reader = new ByteReader(bytes);
  let header: PictureHeader | undefined;
  let dataChunks = 0;
  for (let offset = SIGNATURE_BYTES; ;) {
    const length = reader.uint32(offset);
    const type = reader.uint32(offset + 4);
    reader.demand(offset, CHUNK_FRAME_BYTES + length);
    if (crc32(bytes.subarray(offset + 4, offset + 8 + length)) !== reader.uint32(offset + 8 + length)) {
      throw new FileFault('DAMAGED');
    }
    if (type === HEADER) {
      if (header !== undefined || length !== 13) throw new FileFault('DAMAGED');
      const channels = channelsOf[reader.uint8(offset + 17)];
      if (channels === undefined) throw new FileFault('DAMAGED');
      const size = { widthPixels: reader.uint32(offset + 8), heightPixels: reader.uint32(offset + 12) };
      header = pictureHeader(size, channels * (reader.uint8(offset + 16) === 16 ? 2 : 1));
    }
    if (header === undefined) throw new FileFault('DAMAGED');
    if (type === ANIMATION) throw new FileFault('IMAGE_FORMAT_NOT_ACCEPTED');
    if (type === DATA) dataChunks += 1;
    if (type === END) {
      if (dataChunks === 0 || header.widthPixels === 0 || header.heightPixels === 0)
        throw new FileFault('DAMAGED');
      return header;
    }
    offset += CHUNK_FRAME_BYTES + length;
  }
}
