import type { JpegFrame } from './jpeg-frame.ts';
import { largestSampling } from './jpeg-frame.ts';

export const BLOCK_SIDE_PIXELS = 8;
const BYTE_BITS = 8;
const COEFFICIENTS = 64;
const ZERO_RUN = 0xf0;
const LONGEST_CODE_BITS = 16;

/** A Huffman table as a JPEG gives it (ITU T.81, annex F.2.2.3): the first code of each length, and the values in order. */
export interface HuffmanTable {
  readonly counts: Uint8Array;
  readonly values: Uint8Array;
}

export interface ScanComponent {
  readonly id: number;
  readonly dc: HuffmanTable | undefined;
  readonly ac: HuffmanTable | undefined;
}

class DataEnds extends Error {}

/** Bits of entropy-coded data, without the bytes that are stuffed into it; ends at the first marker. */
class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  #bits = 0;
  #count = 0;

  constructor(bytes: Uint8Array, offset: number) {
    this.#bytes = bytes;
    this.#at = offset;
  }

  bit(): number {
    if (this.#count === 0) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined || (byte === 0xff && this.#bytes[this.#at + 1] !== 0)) throw new DataEnds();
      this.#at += byte === 0xff ? 2 : 1;
      this.#bits = byte;
      this.#count = BYTE_BITS;
    }
    this.#count -= 1;
    return (this.#bits >> this.#count) & 1;
  }

  skip(count: number): void {
    for (let index = 0; index < count; index++) this.bit();
  }

  value({ counts, values }: HuffmanTable): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 0; length < LONGEST_CODE_BITS; length++) {
      code |= this.bit();
      const count = counts[length] ?? 0;
      if (code - first < count) return values[index + code - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new DataEnds();
  }

  /** Passes over what fills the last byte, and over the marker behind it. */
  restart(): void {
    this.#count = 0;
    const marker = this.#bytes[this.#at + 1] ?? 0;
    if (this.#bytes[this.#at] !== 0xff || marker < 0xd0 || marker > 0xd7) throw new DataEnds();
    this.#at += 2;
  }
}

/**
 * Whether the entropy-coded data of a sequential picture that is coded in one scan go to its last unit. Nothing but the lengths
 * of the codes is looked at.
 * @param offset where the data begin
 * @param restartInterval units between two restart markers; 0 for none
 */
export function isWholeScan(
  bytes: Uint8Array,
  offset: number,
  frame: JpegFrame,
  components: readonly ScanComponent[],
  restartInterval: number,
): boolean {
  if (frame.isProgressive || components.length !== frame.components.length) return false;
  const { across, down } = largestSampling(frame);
  // A single component is coded block by block, whatever its sampling.
  const isSingle = components.length === 1;
  const unit = {
    width: BLOCK_SIDE_PIXELS * (isSingle ? 1 : across),
    height: BLOCK_SIDE_PIXELS * (isSingle ? 1 : down),
  };
  const units = Math.ceil(frame.widthPixels / unit.width) * Math.ceil(frame.heightPixels / unit.height);
  const blocks = components.flatMap((component) => {
    const sampling = frame.components.find(({ id }) => id === component.id);
    if (sampling === undefined) return [];
    return Array.from({ length: isSingle ? 1 : sampling.across * sampling.down }, () => component);
  });
  const bits = new BitReader(bytes, offset);
  try {
    for (let done = 0; done < units; done++) {
      if (restartInterval > 0 && done > 0 && done % restartInterval === 0) bits.restart();
      for (const block of blocks) passBlock(bits, block);
    }
    return blocks.length > 0;
  } catch (error) {
    if (error instanceof DataEnds) return false;
    throw error;
  }
}

function passBlock(bits: BitReader, { dc, ac }: ScanComponent): void {
  if (dc === undefined || ac === undefined) throw new DataEnds();
  bits.skip(bits.value(dc) & 15);
  for (let index = 1; index < COEFFICIENTS; index++) {
    const code = bits.value(ac);
    const size = code & 15;
    if (size === 0 && code !== ZERO_RUN) return;
    index += code >> 4;
    bits.skip(size);
  }
}
