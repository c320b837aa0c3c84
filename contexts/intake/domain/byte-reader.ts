import { FileFault } from './file-fault.ts';

/** Reads numbers of a file at absolute offsets; what lies beyond the end means that the file is incomplete. */
export class ByteReader {
  readonly length: number;
  readonly #view: DataView;
  readonly #littleEndian: boolean;

  constructor(bytes: Uint8Array, littleEndian = false) {
    this.length = bytes.byteLength;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#littleEndian = littleEndian;
  }

  /** @throws FileFault `INCOMPLETE` unless `length` bytes from `offset` lie within the file. */
  demand(offset: number, length: number): void {
    if (offset < 0 || offset + length > this.length) throw new FileFault('INCOMPLETE');
  }

  uint8(offset: number): number {
    this.demand(offset, 1);
    return this.#view.getUint8(offset);
  }

  uint16(offset: number): number {
    this.demand(offset, 2);
    return this.#view.getUint16(offset, this.#littleEndian);
  }

  uint32(offset: number): number {
    this.demand(offset, 4);
    return this.#view.getUint32(offset, this.#littleEndian);
  }
}
