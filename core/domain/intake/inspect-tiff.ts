import { ByteReader } from './byte-reader.ts';
import { FileFault } from './file-fault.ts';
import type { FileLimits } from './quarantine-reason.ts';

// utif2 is not used here: it follows a loop of directories for ever, reads array lengths it is told without a limit and
// takes what lies beyond the end of the file for zeros. The walk below visits each directory once and reads only tags it needs.

const BIG_TIFF_VERSION = 43;
const ENTRY_BYTES = 12;
const SHORT = 3;
const LONG = 4;
/** Bytes of one value by field type: 1 BYTE to 13 IFD (TIFF 6.0, section 2). */
const bytesOfType = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const TAG = {
  width: 256,
  height: 257,
  samplesPerPixel: 277,
  stripOffsets: 273,
  stripByteCounts: 279,
  tileOffsets: 324,
  tileByteCounts: 325,
} as const;
/** More samples a pixel than any scanner writes (CMYK with alpha is 5). */
const MAX_SAMPLES_PER_PIXEL = 8;
/** Strips and tiles of a whole file: 1,000 pages of single-row strips at 300 dpi. Bounds the time of a hostile file. */
const MAX_PARTS = 4_000_000;

interface Entry {
  readonly type: number;
  readonly count: number;
  /** Where the values are: in the entry itself when they fit into 4 bytes. */
  readonly valuesOffset: number;
}

function readEntries(
  reader: ByteReader,
  directoryOffset: number,
  entryCount: number,
): ReadonlyMap<number, Entry> {
  const entries = new Map<number, Entry>();
  for (let index = 0; index < entryCount; index++) {
    const at = directoryOffset + 2 + index * ENTRY_BYTES;
    const type = reader.uint16(at + 2);
    const count = reader.uint32(at + 4);
    const valuesBytes = count * (bytesOfType[type] ?? 0);
    const valuesOffset = valuesBytes <= 4 ? at + 8 : reader.uint32(at + 8);
    reader.demand(valuesOffset, valuesBytes);
    if (type === SHORT || type === LONG) entries.set(reader.uint16(at), { type, count, valuesOffset });
  }
  return entries;
}

function valueAt(reader: ByteReader, entry: Entry, index: number): number {
  return entry.type === SHORT
    ? reader.uint16(entry.valuesOffset + 2 * index)
    : reader.uint32(entry.valuesOffset + 4 * index);
}

function demandImageData(reader: ByteReader, offsets: Entry, byteCounts: Entry, maxParts: number): void {
  if (offsets.count === 0 || offsets.count !== byteCounts.count || offsets.count > maxParts)
    throw new FileFault('DAMAGED');
  for (let part = 0; part < offsets.count; part++) {
    reader.demand(valueAt(reader, offsets, part), valueAt(reader, byteCounts, part));
  }
}

/** @returns the number of strips or tiles of the page. */
function inspectDirectory(
  reader: ByteReader,
  entries: ReadonlyMap<number, Entry>,
  limits: FileLimits,
): number {
  const widthEntry = entries.get(TAG.width);
  const heightEntry = entries.get(TAG.height);
  if (!widthEntry || !heightEntry) throw new FileFault('DAMAGED');
  const width = valueAt(reader, widthEntry, 0);
  const height = valueAt(reader, heightEntry, 0);
  if (width === 0 || height === 0) throw new FileFault('DAMAGED');
  if (width > limits.maxSidePixels || height > limits.maxSidePixels) throw new FileFault('PAGE_TOO_LARGE');
  const samplesEntry = entries.get(TAG.samplesPerPixel);
  const samples = samplesEntry ? valueAt(reader, samplesEntry, 0) : 1;
  if (samples > MAX_SAMPLES_PER_PIXEL) throw new FileFault('DAMAGED');
  const offsets = entries.get(TAG.stripOffsets) ?? entries.get(TAG.tileOffsets);
  const byteCounts = entries.get(TAG.stripByteCounts) ?? entries.get(TAG.tileByteCounts);
  if (!offsets || !byteCounts) throw new FileFault('DAMAGED');
  // A strip has one row at least; tiles are 16 × 16 pixels at least, so never more than rows × columns / 256.
  demandImageData(
    reader,
    offsets,
    byteCounts,
    samples * Math.max(height, Math.ceil(width / 16) * Math.ceil(height / 16)),
  );
  return offsets.count;
}

/**
 * Counts the pages of a TIFF by its chain of image directories, and checks that all pixel data they point to is in the
 * file. Nothing is decoded.
 * @throws FileFault `INCOMPLETE`, `DAMAGED`, `NO_PAGES`, `TOO_MANY_PAGES`, `PAGE_TOO_LARGE`, or
 *   `IMAGE_FORMAT_NOT_ACCEPTED` (BigTIFF).
 */
export function inspectTiff(bytes: Uint8Array, limits: FileLimits): { readonly pageCount: number } {
  const reader = new ByteReader(bytes, bytes[0] === 0x49);
  if (reader.uint16(2) === BIG_TIFF_VERSION) throw new FileFault('IMAGE_FORMAT_NOT_ACCEPTED');
  const visited = new Set<number>();
  let parts = 0;
  for (let offset = reader.uint32(4); offset !== 0;) {
    if (visited.has(offset)) throw new FileFault('DAMAGED');
    visited.add(offset);
    if (visited.size > limits.maxPages) throw new FileFault('TOO_MANY_PAGES');
    const entryCount = reader.uint16(offset);
    reader.demand(offset, 2 + entryCount * ENTRY_BYTES + 4);
    parts += inspectDirectory(reader, readEntries(reader, offset, entryCount), limits);
    if (parts > MAX_PARTS) throw new FileFault('DAMAGED');
    offset = reader.uint32(offset + 2 + entryCount * ENTRY_BYTES);
  }
  if (visited.size === 0) throw new FileFault('NO_PAGES');
  return { pageCount: visited.size };
}
