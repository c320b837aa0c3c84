import { crc32 } from 'node:zlib';
import { ByteReader } from './byte-reader.ts';
import { FileFault } from './file-fault.ts';
import type { PictureHeader } from './picture-header.ts';
import { chunkType, readPngHeader } from './png-header.ts';
import { PngTexts } from './png-texts.ts';

const HEADER = chunkType('IHDR');
const DATA = chunkType('IDAT');
const END = chunkType('IEND');
const ANIMATION = chunkType('acTL');
const SIGNATURE_BYTES = 8;
/** Length, type and checksum around the data of a chunk. */
const CHUNK_FRAME_BYTES = 12;

/** Chunks that are not needed to show the picture have a small first letter (PNG specification, 5.4). */
const isNeeded = (type: number): boolean => (type & 0x20000000) === 0;

/**
 * Walks the chunks of a PNG up to IEND and checks each checksum, so that a file with a hole in it is seen; no pixel is
 * inflated. What is not needed to show the picture (profiles, texts) may be wrong in itself, as for every reader.
 * @throws FileFault `INCOMPLETE`, `DAMAGED`, `TOO_COMPLEX` (texts without end) or `IMAGE_FORMAT_NOT_ACCEPTED` (an animation).
 */
export function inspectPng(bytes: Uint8Array): PictureHeader {
  const reader = new ByteReader(bytes);
  const header = readPngHeader(bytes);
  const texts = new PngTexts();
  let dataChunks = 0;
  for (let offset = SIGNATURE_BYTES; ;) {
    const length = reader.uint32(offset);
    const type = reader.uint32(offset + 4);
    reader.demand(offset, CHUNK_FRAME_BYTES + length);
    const isSound =
      crc32(bytes.subarray(offset + 4, offset + 8 + length)) === reader.uint32(offset + 8 + length);
    if (!isSound && isNeeded(type)) throw new FileFault('DAMAGED');
    if (type === HEADER && offset > SIGNATURE_BYTES) throw new FileFault('DAMAGED');
    if (type === ANIMATION) throw new FileFault('IMAGE_FORMAT_NOT_ACCEPTED');
    if (type === DATA) dataChunks += 1;
    texts.count(type, bytes.subarray(offset + 8, offset + 8 + length));
    if (type === END) {
      if (dataChunks === 0) throw new FileFault('DAMAGED');
      return header;
    }
    offset += CHUNK_FRAME_BYTES + length;
  }
}
