import { constants, inflateRawSync } from 'node:zlib';
import { FileFault } from '../file-fault.ts';
import { entryOf, type PdfDictionary, type PdfValue } from './pdf-value.ts';

const ZLIB_HEADER_BYTES = 2;
const END = Buffer.from('endstream');
/** More of one within the other than any writer uses. */
const MOST_FILTERS = 4;

/**
 * The content of a page or form without its packing (Flate, any number of times), as far as it can be had: what is broken is drawn
 * as far as it is whole. Empty where it is packed in another way.
 * @param data from where the stream begins to the end of the file
 * @throws FileFault `TOO_COMPLEX` where it is longer than `mostBytes`
 */
export function unpackedContent(
  stream: PdfDictionary,
  data: Uint8Array,
  resolve: (value: PdfValue) => PdfValue,
  mostBytes: number,
): Uint8Array {
  const filter = resolve(entryOf(stream, 'Filter'));
  const filters = filter.kind === 'array' ? filter.items.map(resolve) : [filter];
  const isPlain = filters.length === 0 || filter.kind === 'null';
  if (isPlain) return within(plainContent(data, resolve(entryOf(stream, 'Length'))), mostBytes);
  const isFlate = filters.every(
    (one) => one.kind === 'name' && (one.name === 'FlateDecode' || one.name === 'Fl'),
  );
  if (!isFlate) return new Uint8Array();
  if (filters.length > MOST_FILTERS) throw new FileFault('TOO_COMPLEX');
  return filters.reduce((packed) => inflated(packed, mostBytes), data);
}

/**
 * The data of a stream up to where its length ends or the word that ends it stands, whichever is further: readers differ.
 * @param data from where the stream begins to the end of the file
 */
export function plainContent(data: Uint8Array, length: PdfValue): Uint8Array {
  const word = Buffer.from(data.buffer, data.byteOffset, data.byteLength).indexOf(END);
  return data.subarray(
    0,
    Math.max(word < 0 ? data.byteLength : word, length.kind === 'number' ? length.number : 0),
  );
}

const within = (content: Uint8Array, mostBytes: number): Uint8Array => {
  if (content.byteLength > mostBytes) throw new FileFault('TOO_COMPLEX');
  return content;
};

/** What stands behind the packed data, a missing end and a wrong checksum are no matter. */
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

/** By code: 1 for what stands between names and words. */
const BETWEEN = new Uint8Array(256);
for (const code of Buffer.from('\0\t\n\f\r ()<>[]{}/%', 'latin1')) BETWEEN[code] = 1;
const [SLASH, D, O] = [0x2f, 0x44, 0x6f];
/** A page that draws more than this by name was not made to be read. */
const MOST_DRAWN = 20_000;

/**
 * What a content draws by name (`/Name Do`, ISO 32000-1, 8.8), and how often. Strings, comments and data of images are gone over as
 * all else is: it counts what looks like drawing there too, and nothing can be hidden in them.
 * @throws FileFault `TOO_COMPLEX`
 */
export function drawnNames(content: Uint8Array): ReadonlyMap<string, number> {
  const drawn = new Map<string, number>();
  let name: Uint8Array | undefined;
  let times = 0;
  for (let at = 0; at < content.byteLength; at += 1) {
    if (BETWEEN[content[at] ?? 0] === 1 && content[at] !== SLASH) continue;
    const isName = content[at] === SLASH;
    const start = isName ? at + 1 : at;
    let end = start;
    while (end < content.byteLength && BETWEEN[content[end] ?? 0] === 0) end += 1;
    if (isName) name = content.subarray(start, end);
    else if (end - start === 2 && content[start] === D && content[start + 1] === O && name !== undefined) {
      const key = unescaped(Buffer.from(name).toString('latin1'));
      drawn.set(key, (drawn.get(key) ?? 0) + 1);
      times += 1;
      if (times > MOST_DRAWN) throw new FileFault('TOO_COMPLEX');
    }
    at = Math.max(at, end - 1);
  }
  return drawn;
}

const unescaped = (name: string): string =>
  name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
