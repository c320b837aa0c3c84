import { refused, type Refused } from './refused-list.ts';

/** What a packed list may unpack to. */
const UNPACK_LIMITS = {
  /** Lists of people are packed to a tenth, the most uniform ones to a thirtieth; gzip itself goes to a thousandth. */
  maxRatio: 100,
  /** A small list may be very uniform and does no harm. */
  freeBytes: 8 * 1024 * 1024,
  /** Twenty million lines of 800 bytes. */
  maxPlainBytes: 16 * 1024 * 1024 * 1024,
} as const;

/** Counts what goes into the unpacking and what comes out, while it goes on. */
export class UnpackBudget {
  #packedBytes = 0;
  #plainBytes = 0;

  addPacked(bytes: number): void {
    this.#packedBytes += bytes;
  }

  /** @returns why no more is unpacked, where too much has come out */
  addPlain(bytes: number): Refused | undefined {
    this.#plainBytes += bytes;
    const { maxRatio, freeBytes, maxPlainBytes } = UNPACK_LIMITS;
    if (this.#plainBytes > maxPlainBytes)
      return refused('UNPACKS_TOO_LARGE', `more than ${maxPlainBytes} bytes`);
    if (this.#plainBytes > freeBytes && this.#plainBytes > this.#packedBytes * maxRatio)
      return refused('UNPACKS_TOO_LARGE', `more than ${maxRatio} times what was sent`);
    return undefined;
  }
}
