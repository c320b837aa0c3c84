import { inflateSync } from 'node:zlib';
import { FileFault } from '../file-fault.ts';

/** What the bookkeeping streams of one file may inflate to together: ten times that of a PDF of 3,000 pages. */
const MAX_INFLATED_BYTES = 64 * 1024 * 1024;
/** Numbers, names, brackets that are read of one file; a page and its images have about 50. */
const MAX_VALUES = 1_000_000;

/** Counts what was read of one file, so that a decompression bomb or a list without end stops the reading and not the function. */
export class ReadBudget {
  #bytesLeft = MAX_INFLATED_BYTES;
  #valuesLeft = MAX_VALUES;

  /** @throws FileFault `DAMAGED` when the data are not zlib data, or larger than what is left. */
  inflate(compressed: Uint8Array): Uint8Array {
    try {
      const inflated = inflateSync(compressed, { maxOutputLength: this.#bytesLeft });
      this.#bytesLeft -= inflated.byteLength;
      return inflated;
    } catch {
      throw new FileFault('DAMAGED');
    }
  }

  /** @throws FileFault `DAMAGED` when there are too many. */
  countValue(): void {
    this.#valuesLeft -= 1;
    if (this.#valuesLeft < 0) throw new FileFault('DAMAGED');
  }
}
