import type { ByteReader } from './byte-reader.ts';
import { FileFault } from './file-fault.ts';

const ENTRY_BYTES = 12;
const COUNT_BYTES = 2;
const POINTER_BYTES = 4;
const SHORT = 3;
const LONG = 4;
/** Bytes of one value by field type: 1 BYTE to 13 IFD (TIFF 6.0, section 2). */
const bytesOfType = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

export interface TiffEntry {
  readonly type: number;
  readonly count: number;
  /** Where the values are: in the entry itself when they fit into 4 bytes. */
  readonly valuesOffset: number;
}

/** An image directory: what a TIFF says of one page. */
export interface TiffDirectory {
  readonly tags: ReadonlySet<number>;
  /** Those that hold whole numbers of 16 or 32 bits. */
  readonly entries: ReadonlyMap<number, TiffEntry>;
  /** 0 after the last. */
  readonly nextOffset: number;
}

/** @throws FileFault `INCOMPLETE` where it, or values it points to, go beyond the end of the file */
export function readDirectory(reader: ByteReader, offset: number): TiffDirectory {
  const entryCount = reader.uint16(offset);
  const end = offset + COUNT_BYTES + entryCount * ENTRY_BYTES;
  // Some writers leave out the pointer to the next directory where there is none and the file ends.
  const isLast = end === reader.length;
  reader.demand(offset, end - offset + (isLast ? 0 : POINTER_BYTES));
  const tags = new Set<number>();
  const entries = new Map<number, TiffEntry>();
  for (let index = 0; index < entryCount; index++) {
    const at = offset + COUNT_BYTES + index * ENTRY_BYTES;
    const tag = reader.uint16(at);
    const type = reader.uint16(at + 2);
    const count = reader.uint32(at + 4);
    const valuesBytes = count * (bytesOfType[type] ?? 0);
    const valuesOffset = valuesBytes <= 4 ? at + 8 : reader.uint32(at + 8);
    reader.demand(valuesOffset, valuesBytes);
    tags.add(tag);
    if (type === SHORT || type === LONG) entries.set(tag, { type, count, valuesOffset });
  }
  return { tags, entries, nextOffset: isLast ? 0 : reader.uint32(end) };
}

export function valueAt(reader: ByteReader, entry: TiffEntry, index: number): number {
  return entry.type === SHORT
    ? reader.uint16(entry.valuesOffset + 2 * index)
    : reader.uint32(entry.valuesOffset + 4 * index);
}

/** The first value of a tag. @throws FileFault `DAMAGED` where it is not there and there is no `otherwise` */
export function firstValue(
  reader: ByteReader,
  { entries }: TiffDirectory,
  tag: number,
  otherwise?: number,
): number {
  const entry = entries.get(tag);
  if (entry !== undefined && entry.count > 0) return valueAt(reader, entry, 0);
  if (otherwise === undefined) throw new FileFault('DAMAGED');
  return otherwise;
}
