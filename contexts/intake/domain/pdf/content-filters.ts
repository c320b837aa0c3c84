import { constants, inflateRawSync } from 'node:zlib';
import { FileFault } from '../file-fault.ts';

/**
 * Undoes one packing of a content as readers do, who draw what is broken as far as it is whole: neither an end that is missing nor
 * what stands behind it is a fault.
 * @throws FileFault `TOO_COMPLEX` where it unfolds to more than `mostBytes`
 */
export type ContentFilter = (packed: Uint8Array, mostBytes: number) => Uint8Array;

/** Packings of contents by their name (ISO 32000-1, 7.4); those of images are none. */
export function contentFilterOf(name: string): ContentFilter | undefined {
  return filters.get(name);
}

const ZLIB_HEADER_BYTES = 2;

function inflated(packed: Uint8Array, mostBytes: number): Uint8Array {
  const data = packed.subarray(ZLIB_HEADER_BYTES);
  const whole = inflatedIfSound(data, mostBytes);
  if (whole !== undefined) return whole;
  // What stands before the fault is drawn: the longest beginning that has none, to the byte.
  let sound = 0;
  let content: Uint8Array = new Uint8Array();
  for (let broken = data.byteLength; broken - sound > 1;) {
    const middle = Math.floor((sound + broken) / 2);
    const beginning = inflatedIfSound(data.subarray(0, middle), mostBytes);
    if (beginning === undefined) broken = middle;
    else {
      sound = middle;
      content = beginning;
    }
  }
  return content;
}

/** @returns undefined where there is a fault in the data */
function inflatedIfSound(data: Uint8Array, mostBytes: number): Uint8Array | undefined {
  try {
    return inflateRawSync(data, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: Math.max(1, mostBytes),
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      throw new FileFault('TOO_COMPLEX');
    return undefined;
  }
}

/** Bytes that are written one after the other, up to a bound. */
class Output {
  #bytes = new Uint8Array(1024);
  #length = 0;
  readonly #mostBytes: number;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  push(byte: number): void {
    if (this.#length >= this.#mostBytes) throw new FileFault('TOO_COMPLEX');
    if (this.#length === this.#bytes.byteLength) {
      const longer = new Uint8Array(2 * this.#length);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  pushAll(bytes: Uint8Array): void {
    for (const byte of bytes) this.push(byte);
  }
}

const GREATER = 0x3e;
/** By code: what a hexadecimal digit stands for, and -1 of anything else. */
const HEX = new Int8Array(256).fill(-1);
for (const [value, digit] of Object.entries('0123456789abcdef'))
  for (const code of [digit, digit.toUpperCase()]) HEX[code.charCodeAt(0)] = Number(value);

/** What is no digit is left out. */
function fromHex(packed: Uint8Array, mostBytes: number): Uint8Array {
  const output = new Output(mostBytes);
  let first = -1;
  for (const code of packed) {
    if (code === GREATER) break;
    const digit = HEX[code] ?? -1;
    if (digit < 0) continue;
    if (first >= 0) output.push(16 * first + digit);
    first = first >= 0 ? -1 : digit;
  }
  if (first >= 0) output.push(16 * first);
  return output.bytes;
}

const [FIRST_85, LAST_85, ZEROS_85] = [0x21, 0x75, 0x7a];
const BLANKS = new Set(Buffer.from('\0\t\n\f\r ', 'latin1'));
const BASE = 85;
const GROUP = 5;
const NO_BYTES = new Uint8Array(GROUP - 1);

/** Ends with what is no digit, as `~>` is. */
function from85(packed: Uint8Array, mostBytes: number): Uint8Array {
  const output = new Output(mostBytes);
  let [value, digits] = [0, 0];
  const push = (digit: number): void => {
    value = value * BASE + digit;
    digits += 1;
  };
  const write = (bytes: number): void => {
    for (let index = 0; index < bytes; index += 1) output.push(Math.floor(value / 256 ** (3 - index)) % 256);
    [value, digits] = [0, 0];
  };
  for (const code of packed) {
    if (BLANKS.has(code)) continue;
    if (code === ZEROS_85) output.pushAll(NO_BYTES);
    else if (code < FIRST_85 || code > LAST_85) break;
    else push(code - FIRST_85);
    if (digits === GROUP) write(GROUP - 1);
  }
  const bytesLeft = digits - 1;
  while (digits > 0 && digits < GROUP) push(BASE - 1);
  write(Math.max(0, bytesLeft));
  return output.bytes;
}

const RUN_END = 128;

function fromRuns(packed: Uint8Array, mostBytes: number): Uint8Array {
  const output = new Output(mostBytes);
  for (let at = 0; at < packed.byteLength;) {
    const length = packed[at] ?? RUN_END;
    if (length === RUN_END) break;
    if (length < RUN_END) {
      output.pushAll(packed.subarray(at + 1, at + 2 + length));
      at += 2 + length;
    } else {
      for (let times = 257 - length; times > 0; times -= 1) output.push(packed[at + 1] ?? 0);
      at += 2;
    }
  }
  return output.bytes;
}

const [CLEAR, END, FIRST_CODE, MOST_CODES, LEAST_BITS] = [256, 257, 258, 4096, 9];

/** Codes become longer one code early, as PDF has it unless it says otherwise, which no writer does. */
function fromLzw(packed: Uint8Array, mostBytes: number): Uint8Array {
  const output = new Output(mostBytes);
  let table: Uint8Array[] = [];
  let before: Uint8Array | undefined;
  let bits = LEAST_BITS;
  let [held, heldBits] = [0, 0];
  for (const byte of packed) {
    held = ((held << 8) | byte) & 0xff_ff_ff;
    heldBits += 8;
    if (heldBits < bits) continue;
    heldBits -= bits;
    const code = (held >> heldBits) & ((1 << bits) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      [table, before, bits] = [[], undefined, LEAST_BITS];
      continue;
    }
    const known = code < CLEAR ? Uint8Array.of(code) : table[code - FIRST_CODE];
    // A code that is not there yet is that of the one before and its own first byte.
    const word: Uint8Array | undefined = known ?? (before && Uint8Array.of(...before, before[0] ?? 0));
    if (word === undefined) break;
    output.pushAll(word);
    if (before !== undefined && table.length < MOST_CODES - FIRST_CODE)
      table.push(Uint8Array.of(...before, word[0] ?? 0));
    before = word;
    const next = FIRST_CODE + table.length + 1;
    if (next >= 2 ** bits && bits < 12) bits += 1;
  }
  return output.bytes;
}

const filters: ReadonlyMap<string, ContentFilter> = new Map([
  ['FlateDecode', inflated],
  ['Fl', inflated],
  ['ASCIIHexDecode', fromHex],
  ['AHx', fromHex],
  ['ASCII85Decode', from85],
  ['A85', from85],
  ['RunLengthDecode', fromRuns],
  ['RL', fromRuns],
  ['LZWDecode', fromLzw],
  ['LZW', fromLzw],
]);
