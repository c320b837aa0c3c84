import { ByteReader } from './byte-reader.ts';
import { FileFault } from './file-fault.ts';
import { BLOCK_SIDE_PIXELS, isWholeScan, type HuffmanTable, type ScanComponent } from './jpeg-entropy.ts';
import { headerOf, readFrame, type JpegFrame } from './jpeg-frame.ts';
import { mediaTypeOf } from './media-type.ts';
import type { PictureHeader } from './picture-header.ts';

const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const HUFFMAN_TABLES = 0xc4;
const RESTART_INTERVAL = 0xdd;
const CODE_LENGTHS = 16;
/** A progressive picture has about ten. Each is a walk over all of it, and may be a few bytes of the file. */
const MAX_SCANS = 100;
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** What has been read of a picture so far. */
interface Walk {
  frame: JpegFrame | undefined;
  readonly tables: Map<number, HuffmanTable>;
  restartInterval: number;
  scans: number;
  /** Of all scans. */
  codedBytes: number;
}

/** Offset of the first marker after the entropy-coded data that starts at `offset`; undefined where the file ends before. */
function endOfScan(bytes: Uint8Array, offset: number): number | undefined {
  for (let at = bytes.indexOf(0xff, offset); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
  }
  return undefined;
}

/**
 * Offset of the next marker's second byte. What lies between two segments is passed over as every decoder does: metadata editors
 * leave bytes there, and write lengths that are wrong by some.
 */
function nextMarker(reader: ByteReader, bytes: Uint8Array, offset: number): number {
  for (let at = bytes.indexOf(0xff, offset); at >= 0; at = bytes.indexOf(0xff, at)) {
    while (reader.uint8(at) === 0xff) at += 1;
    if (reader.uint8(at) !== 0) return at;
  }
  throw new FileFault('INCOMPLETE');
}

function readHuffmanTables({ tables }: Walk, bytes: Uint8Array, start: number, end: number): void {
  for (let at = start; at + CODE_LENGTHS < end;) {
    const counts = bytes.subarray(at + 1, at + 1 + CODE_LENGTHS);
    const valuesAt = at + 1 + CODE_LENGTHS;
    const valuesEnd = valuesAt + counts.reduce((sum, count) => sum + count, 0);
    tables.set(bytes[at] ?? 0, { counts, values: bytes.subarray(valuesAt, valuesEnd) });
    at = valuesEnd;
  }
}

function scanComponents({ tables }: Walk, reader: ByteReader, offset: number): readonly ScanComponent[] {
  return Array.from({ length: reader.uint8(offset + 2) }, (_, index) => {
    const at = offset + 3 + 2 * index;
    const chosen = reader.uint8(at + 1);
    return { id: reader.uint8(at), dc: tables.get(chosen >> 4), ac: tables.get(0x10 | (chosen & 15)) };
  });
}

/** @returns whether the picture says where it ends */
function walk(bytes: Uint8Array, state: Walk): boolean {
  const reader = new ByteReader(bytes);
  for (let offset = 2; ;) {
    offset = nextMarker(reader, bytes, offset);
    const marker = reader.uint8(offset++);
    if (marker === END_OF_IMAGE) return true;
    if (standsAlone(marker)) continue;
    if (marker < 0xc0 || marker === START_OF_IMAGE) throw new FileFault('DAMAGED');
    const length = reader.uint16(offset);
    if (length < 2) throw new FileFault('DAMAGED');
    reader.demand(offset, length);
    const end = offset + length;
    state.frame = readFrame(reader, marker, offset) ?? state.frame;
    if (marker === HUFFMAN_TABLES) readHuffmanTables(state, bytes, offset + 2, end);
    if (marker === RESTART_INTERVAL && length >= 4) state.restartInterval = reader.uint16(offset + 2);
    if (marker === START_OF_SCAN) {
      state.scans += 1;
      if (state.scans > MAX_SCANS) throw new FileFault('TOO_COMPLEX');
      const next = endOfScan(bytes, end);
      if (next === undefined) {
        const { frame, restartInterval } = state;
        const components = scanComponents(state, reader, offset);
        if (frame !== undefined && isWholeScan(bytes, end, frame, components, restartInterval)) return false;
        throw new FileFault('INCOMPLETE');
      }
      state.codedBytes += next - end;
      offset = next;
    } else offset = end;
  }
}

/**
 * Bits that a picture of this size cannot do without: a code for the mean of each block, and, where it is not left to later scans,
 * one for the rest. A few bytes that ask a decoder for a hundred million pixels have none of it.
 */
function fewestBits({ widthPixels, heightPixels, isProgressive }: JpegFrame): number {
  const blocks = Math.ceil(widthPixels / BLOCK_SIDE_PIXELS) * Math.ceil(heightPixels / BLOCK_SIDE_PIXELS);
  return blocks * (isProgressive ? 1 : 2);
}

function inspect(bytes: Uint8Array): { readonly header: PictureHeader; readonly saysItsEnd: boolean } {
  const state: Walk = { frame: undefined, tables: new Map(), restartInterval: 0, scans: 0, codedBytes: 0 };
  const saysItsEnd = walk(bytes, state);
  if (state.frame === undefined || state.scans === 0) throw new FileFault('DAMAGED');
  // Without its end it was walked block by block.
  if (saysItsEnd && state.codedBytes * 8 < fewestBits(state.frame)) throw new FileFault('INCOMPLETE');
  return { header: headerOf(state.frame), saysItsEnd };
}

/**
 * Walks the segments of a JPEG up to its end, without decoding a pixel. What follows the end (some phones append a second
 * picture) is left alone; a marker inside an embedded thumbnail is not taken for the end. Some cameras write no end-of-image
 * marker: their picture is whole when its coded data go to the last block.
 * @throws FileFault `INCOMPLETE`, `DAMAGED`, `TOO_COMPLEX` (scan upon scan) or `IMAGE_FORMAT_NOT_ACCEPTED` (lossless, arithmetic
 *   coding, 12 bits).
 */
export function inspectJpeg(bytes: Uint8Array): PictureHeader {
  return inspect(bytes).header;
}

/** A picture as it is; a JPEG that is whole but lacks its end-of-image marker with it, since decoders refuse what has none. */
export function withEndOfImage(bytes: Uint8Array): Uint8Array {
  if (mediaTypeOf(bytes) !== 'image/jpeg') return bytes;
  try {
    if (inspect(bytes).saysItsEnd) return bytes;
    const ended = new Uint8Array(bytes.length + 2);
    ended.set(bytes);
    ended.set([0xff, END_OF_IMAGE], bytes.length);
    return ended;
  } catch (error) {
    // The decoder says what is wrong with it.
    if (error instanceof FileFault) return bytes;
    throw error;
  }
}
