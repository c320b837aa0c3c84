import { ByteReader } from './byte-reader.ts';
import { FileFault } from './file-fault.ts';

export interface ImageSize {
  readonly widthPixels: number;
  readonly heightPixels: number;
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
/** Baseline, extended sequential and progressive Huffman: what Textract and every browser decode. */
const decodableFrames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
const otherFrames: ReadonlySet<number> = new Set([
  0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf, 0xf7,
]);
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Offset of the first marker after the entropy-coded data that starts at `offset`. */
function endOfScan(bytes: Uint8Array, offset: number): number {
  for (let at = bytes.indexOf(0xff, offset); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
  }
  throw new FileFault('INCOMPLETE');
}

/**
 * Walks the segments of a JPEG up to its end-of-image marker, without decoding a pixel. What follows the end (some phones
 * append a second picture) is left alone; a marker inside an embedded thumbnail is not taken for the end.
 * @throws FileFault `INCOMPLETE`, `DAMAGED` or `IMAGE_FORMAT_NOT_ACCEPTED` (lossless, arithmetic coding).
 */
export function inspectJpeg(bytes: Uint8Array): ImageSize {
  const reader = new ByteReader(bytes);
  let size: ImageSize | undefined;
  let scans = 0;
  let offset = 2;
  for (;;) {
    if (reader.uint8(offset) !== 0xff) throw new FileFault('DAMAGED');
    let marker = reader.uint8(++offset);
    while (marker === 0xff) marker = reader.uint8(++offset);
    offset += 1;
    if (marker === END_OF_IMAGE) break;
    if (standsAlone(marker)) continue;
    if (marker < 0xc0) throw new FileFault('DAMAGED');
    const length = reader.uint16(offset);
    if (length < 2) throw new FileFault('DAMAGED');
    reader.demand(offset, length);
    if (otherFrames.has(marker)) throw new FileFault('IMAGE_FORMAT_NOT_ACCEPTED');
    if (decodableFrames.has(marker)) {
      if (length < 8) throw new FileFault('DAMAGED');
      size = { heightPixels: reader.uint16(offset + 3), widthPixels: reader.uint16(offset + 5) };
    }
    offset += length;
    if (marker === START_OF_SCAN) {
      scans += 1;
      offset = endOfScan(bytes, offset);
    }
  }
  if (size === undefined || scans === 0 || size.widthPixels === 0 || size.heightPixels === 0)
    throw new FileFault('DAMAGED');
  return size;
}
