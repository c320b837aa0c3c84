import { inflateRawSync, inflateSync, constants } from 'node:zlib';
import { FileFault } from '../file-fault.ts';

/** What the bookkeeping streams of one file may inflate to together: five times that of a PDF of 3,000 pages. */
const MAX_INFLATED_BYTES = 32 * 1024 * 1024;
/** Numbers, names, brackets that are read of one file; a page and its images have about 50. */
const MAX_VALUES = 1_000_000;
/** Entries of the cross-reference, of all revisions: far above any scan. */
const MAX_ENTRIES = 1_000_000;
/** How often a byte may be walked over: once where it is found, once more where it is looked up, and as much for luck. */
const WALKS_PER_BYTE = 4;
/** What a small file may be walked over all the same. */
const LEAST_BYTES = 64 * 1024;

const ZLIB_HEADER_BYTES = 2;
const CHECKSUM_BYTES = 4;
const SYNC_MARK = Buffer.from([0, 0, 0xff, 0xff]);
/** Line ends and blanks that a writer left between the data and `endstream`. */
const MAX_TRAILING_BYTES = 4;

/** Counts what was read of one file, so that a bomb, a loop or a list without end stops the reading and not the function. */
export class ReadBudget {
  #bytesLeft: number;
  #inflatedBytesLeft = MAX_INFLATED_BYTES;
  #valuesLeft = MAX_VALUES;
  #entriesLeft = MAX_ENTRIES;

  constructor(fileBytes = 0) {
    this.#bytesLeft = LEAST_BYTES + WALKS_PER_BYTE * fileBytes;
  }

  /** @throws FileFault `DAMAGED` when the data are not zlib data, or larger than what is left. */
  inflate(compressed: Uint8Array): Uint8Array {
    this.countBytes(compressed.byteLength);
    const inflated = inflateWhole(compressed, this.#inflatedBytesLeft);
    this.#inflatedBytesLeft -= inflated.byteLength;
    this.#bytesLeft += WALKS_PER_BYTE * inflated.byteLength;
    return inflated;
  }

  /** @throws FileFault `DAMAGED` when there are too many, which is when the same ones are walked over again and again. */
  countBytes(bytes: number): void {
    this.#bytesLeft -= bytes;
    if (this.#bytesLeft < 0) throw new FileFault('DAMAGED');
  }

  /** @throws FileFault `DAMAGED` when there are too many. */
  countValue(): void {
    this.#valuesLeft -= 1;
    if (this.#valuesLeft < 0) throw new FileFault('DAMAGED');
  }

  /** @throws FileFault `DAMAGED` when there are too many. */
  countEntry(): void {
    this.#entriesLeft -= 1;
    if (this.#entriesLeft < 0) throw new FileFault('DAMAGED');
  }
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

/** @throws FileFault `DAMAGED` */
function inflateWhole(compressed: Uint8Array, maxOutputLength: number): Uint8Array {
  try {
    return inflateSync(compressed, { maxOutputLength });
  } catch (error) {
    if (isTooLarge(error)) throw new FileFault('DAMAGED');
  }
  const data = compressed.subarray(ZLIB_HEADER_BYTES);
  const end = endOfSyncedData(data);
  try {
    if (isZlibHeader(compressed) && end !== undefined)
      return inflateRawSync(data.subarray(0, end), { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH });
    if (isZlibHeader(compressed)) return inflateUnchecked(data, maxOutputLength);
  } catch {
    // Broken either way.
  }
  throw new FileFault('DAMAGED');
}

function isZlibHeader([method = 0, flags = 0]: Uint8Array): boolean {
  return (method & 15) === 8 && (method * 256 + flags) % 31 === 0 && (flags & 32) === 0;
}

/** Where data end that were flushed and never closed, as phones write updates: all that was written is there. */
function endOfSyncedData(data: Uint8Array): number | undefined {
  const mark = Buffer.from(data.buffer, data.byteOffset, data.byteLength).lastIndexOf(SYNC_MARK);
  const end = mark + SYNC_MARK.length;
  return mark >= 0 && data.byteLength - end <= MAX_TRAILING_BYTES ? end : undefined;
}

/** What zlib gives with `info`; its type knows only what it gives without. */
interface WithInfo {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}
const isWithInfo = (value: object): value is WithInfo => 'buffer' in value && 'engine' in value;

/**
 * Data that are whole and have no checksum behind them, or zeros for it: their writer made none. Any other checksum that is
 * wrong tells of damage.
 */
function inflateUnchecked(data: Uint8Array, maxOutputLength: number): Uint8Array {
  const whole: object = inflateRawSync(data, { maxOutputLength, info: true });
  if (!isWithInfo(whole)) throw new FileFault('DAMAGED');
  const { bytesWritten } = whole.engine;
  const checksum = data.subarray(bytesWritten, bytesWritten + CHECKSUM_BYTES);
  if (checksum.byteLength === CHECKSUM_BYTES && checksum.some((byte) => byte !== 0))
    throw new FileFault('DAMAGED');
  return whole.buffer;
}
