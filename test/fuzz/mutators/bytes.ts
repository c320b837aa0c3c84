import type { Random } from '../../../local/samples/random.ts';
import type { Mutator } from '../target.ts';

/** Around what one, two and four bytes hold, with and without a sign. */
const INTEGERS = [
  ...[0, 1, 2, 3, 4, 7, 8, 0x7f, 0x80, 0xfe, 0xff, 0x100, 0x7fff, 0x8000, 0xfffe, 0xffff, 0x1_0000],
  ...[0xff_ffff, 0x7fff_fffe, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff],
] as const;

/** Numbers as texts have them. */
const NUMBERS = [
  ...['0', '-0', '1', '-1', '2', '255', '256', '65535', '65536', '99999', '2147483647', '2147483648'],
  ...['-2147483648', '4294967295', '4294967296', '9007199254740991', '9007199254740993', '1e308', '1e999'],
  ...['0.1', '.5', '5.', '1e-9', '00000000000000000001', '99999999999999999999', 'NaN', '٣', '１', ''],
] as const;

const LONGEST_SLICE = 64;
const MAX_REPEATED_BYTES = 512 * 1024;
/** Long inputs cost as much as hundreds of short ones. */
const LONG_ONE_IN = 40;

export const concat = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

interface Slice {
  readonly start: number;
  readonly end: number;
}

/** A piece of the input: mostly short, now and then of any length. */
export function anySlice({ byteLength }: Uint8Array, random: Random): Slice {
  const start = random.whole(0, Math.max(0, byteLength - 1));
  const most = random.next() < 0.8 ? LONGEST_SLICE : byteLength;
  return { start, end: Math.min(byteLength, start + random.whole(1, Math.max(1, most))) };
}

/** The input with other bytes in the place of a piece. */
export function replaceSlice(bytes: Uint8Array, { start, end }: Slice, by: Uint8Array): Uint8Array {
  return concat(bytes.subarray(0, start), by, bytes.subarray(end));
}

const flipBit: Mutator = (bytes, random) => {
  const copy = Uint8Array.from(bytes);
  const at = random.whole(0, Math.max(0, bytes.byteLength - 1));
  copy[at] = (copy[at] ?? 0) ^ (1 << random.whole(0, 7));
  return copy;
};

const setByte: Mutator = (bytes, random) => {
  const copy = Uint8Array.from(bytes);
  copy[random.whole(0, Math.max(0, bytes.byteLength - 1))] = random.pick([0, 0xff, 0x20, 0x0a, 0x80, 0x7f]);
  return copy;
};

const deleteSlice: Mutator = (bytes, random) =>
  replaceSlice(bytes, anySlice(bytes, random), new Uint8Array());

const duplicateSlice: Mutator = (bytes, random) => {
  const { start, end } = anySlice(bytes, random);
  return replaceSlice(bytes, { start: end, end }, bytes.subarray(start, end));
};

const swapSlices: Mutator = (bytes, random) => {
  const one = anySlice(bytes, random);
  const other = anySlice(bytes, random);
  const [first, second] = one.start <= other.start ? [one, other] : [other, one];
  if (first.end > second.start) return bytes;
  return concat(
    bytes.subarray(0, first.start),
    bytes.subarray(second.start, second.end),
    bytes.subarray(first.end, second.start),
    bytes.subarray(first.start, first.end),
    bytes.subarray(second.end),
  );
};

const overwriteSlice: Mutator = (bytes, random) => {
  const { start, end } = anySlice(bytes, random);
  const at = random.whole(0, Math.max(0, bytes.byteLength - 1));
  const copy = Uint8Array.from(bytes);
  copy.set(bytes.subarray(start, Math.min(end, start + bytes.byteLength - at)), at);
  return copy;
};

const truncate: Mutator = (bytes, random) => bytes.subarray(0, random.whole(0, bytes.byteLength));
const cutHead: Mutator = (bytes, random) => bytes.subarray(random.whole(0, Math.min(8, bytes.byteLength)));

const splice: Mutator = (bytes, random, other) =>
  concat(
    bytes.subarray(0, random.whole(0, bytes.byteLength)),
    other.subarray(random.whole(0, other.byteLength)),
  );

const extremeInteger: Mutator = (bytes, random) => {
  const width = random.pick([1, 2, 4]);
  if (bytes.byteLength < width) return bytes;
  const copy = Buffer.from(bytes);
  const at = random.whole(0, bytes.byteLength - width);
  const value = random.pick(INTEGERS) % 2 ** (8 * width);
  if (random.next() < 0.5) copy.writeUIntBE(value, at, width);
  else copy.writeUIntLE(value, at, width);
  return copy;
};

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

const extremeNumber: Mutator = (bytes, random) => {
  if (bytes.byteLength === 0) return bytes;
  const from = random.whole(0, bytes.byteLength - 1);
  let start = bytes.findIndex((byte, index) => index >= from && isDigit(byte));
  if (start < 0) return bytes;
  while (isDigit(bytes[start - 1])) start -= 1;
  let end = start;
  while (isDigit(bytes[end])) end += 1;
  return replaceSlice(bytes, { start, end }, Buffer.from(random.pick(NUMBERS)));
};

/** One slice many times: what is walked again for each of them takes long here. */
const repeatSlice: Mutator = (bytes, random) => {
  const { start, end } = anySlice(bytes, random);
  const slice = bytes.subarray(start, end);
  if (slice.byteLength === 0) return bytes;
  const most = random.whole(1, LONG_ONE_IN) === 1 ? MAX_REPEATED_BYTES : 1024;
  const times = random.whole(2, Math.max(2, Math.floor(most / slice.byteLength)));
  return replaceSlice(bytes, { start, end }, concat(...Array.from({ length: times }, () => slice)));
};

/** Words are written as one byte a character where that is possible, as binary formats have theirs. */
export function encodeWord(word: string): Uint8Array {
  return /^[\0-\xff]*$/.test(word) ? Buffer.from(word, 'latin1') : Buffer.from(word, 'utf8');
}

/** Changes that know nothing of a format but its words. */
export function byteMutators(words: readonly string[]): readonly Mutator[] {
  const encoded = words.map(encodeWord);
  const insertWord: Mutator = (bytes, random) => {
    const word = encoded[random.whole(0, encoded.length - 1)] ?? new Uint8Array();
    const { start, end } = anySlice(bytes, random);
    return replaceSlice(bytes, { start, end: random.next() < 0.5 ? start : end }, word);
  };
  return [
    ...[flipBit, setByte, deleteSlice, duplicateSlice, swapSlices, overwriteSlice, truncate, cutHead],
    ...[splice, extremeInteger, extremeNumber, repeatSlice, insertWord, insertWord],
  ];
}
