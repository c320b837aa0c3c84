import { FileFault } from '../file-fault.ts';
import { type IndirectObject, readIndirectObject } from './indirect-object.ts';
import { integerOf } from './pdf-value.ts';
import type { ReadBudget } from './read-budget.ts';

const OBJ = Buffer.from('obj');
const END = Buffer.from('endstream');
const BLANKS = new Set(Buffer.from('\0\t\n\f\r ', 'latin1'));
const [ZERO, NINE] = [0x30, 0x39];
/** No writer leaves more of them. */
const MOST_STRAY = 10_000;
/** Line ends that a writer leaves before the word that ends a stream. */
const MOST_BETWEEN = 8;
/** A number that is longer is none of an object. */
const MOST_DIGITS = 10;

/**
 * Numbers of objects that stand in the file behind where its cross-reference has them, or that it does not have. A reader that
 * finds something wrong with the table makes a new one of the objects that it meets, and takes the last of each number: it sees
 * these. Older revisions, which stand before, and what looks like an object within another one are none.
 * @throws FileFault `DAMAGED` where there are too many to tell apart
 * @param offsets of the objects that the cross-reference has, by their number; of one in an object stream, that of the stream
 */
export function strayObjects(
  bytes: Uint8Array,
  offsets: ReadonlyMap<number, number>,
  budget: ReadBudget,
): ReadonlySet<number> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const within = new Extents(buffer, offsets, budget);
  const stray = new Set<number>();
  for (let at = buffer.indexOf(OBJ); at >= 0; at = buffer.indexOf(OBJ, at + OBJ.length)) {
    const head = headBefore(buffer, at);
    if (head === undefined || stray.has(head.objectNumber)) continue;
    const known = offsets.get(head.objectNumber) ?? -1;
    if (head.at > known && !within.isWithin(head.at)) stray.add(head.objectNumber);
    if (stray.size > MOST_STRAY) throw new FileFault('DAMAGED');
  }
  return stray;
}

/** The two numbers before `obj`. */
function headBefore(
  bytes: Uint8Array,
  obj: number,
): { readonly at: number; readonly objectNumber: number } | undefined {
  const generation = numberBefore(bytes, obj);
  return generation && numberBefore(bytes, generation.at);
}

/** The number that ends before `end`, with blanks between. */
function numberBefore(
  bytes: Uint8Array,
  end: number,
): { readonly at: number; readonly objectNumber: number } | undefined {
  let at = end;
  while (at > 0 && BLANKS.has(bytes[at - 1] ?? 0)) at -= 1;
  if (at === end) return undefined;
  const last = at;
  let objectNumber = 0;
  for (let unit = 1; at > 0 && last - at < MOST_DIGITS; at -= 1, unit *= 10) {
    const code = bytes[at - 1] ?? 0;
    if (code < ZERO || code > NINE) break;
    objectNumber += (code - ZERO) * unit;
  }
  return at === last ? undefined : { at, objectNumber };
}

/** From where to where the objects go that the cross-reference has. */
class Extents {
  readonly #bytes: Buffer;
  readonly #starts: readonly number[];
  readonly #budget: ReadBudget;
  readonly #ends = new Map<number, number>();

  constructor(bytes: Buffer, offsets: ReadonlyMap<number, number>, budget: ReadBudget) {
    this.#bytes = bytes;
    this.#starts = [...new Set(offsets.values())].toSorted((one, other) => one - other);
    this.#budget = budget;
  }

  /** Whether it is in the midst of an object; where one begins it is not. */
  isWithin(at: number): boolean {
    const start = this.#lastStartUntil(at);
    if (start === undefined) return false;
    const end = this.#ends.get(start) ?? this.#endOf(start);
    this.#ends.set(start, end);
    // One that the cross-reference has begins here under another number: reading it tells.
    return at < end;
  }

  #lastStartUntil(at: number): number | undefined {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return this.#starts[low - 1];
  }

  #endOf(start: number): number {
    try {
      const object = readIndirectObject(this.#bytes, start, this.#budget);
      return object.dataOffset === undefined ? object.end : this.#endOfData(object, object.dataOffset);
    } catch (error) {
      if (error instanceof FileFault) return start;
      throw error;
    }
  }

  /** Where its length says, if that is written in it and leads to the word that ends it, else before the first such word. */
  #endOfData({ value }: IndirectObject, dataOffset: number): number {
    const length = value.kind === 'dictionary' ? integerOf(value, 'Length') : undefined;
    const said = dataOffset + (length ?? 0);
    const behind = this.#bytes.subarray(said, said + MOST_BETWEEN + END.length);
    if (length !== undefined && length >= 0 && behind.includes(END)) return said;
    const word = this.#bytes.indexOf(END, dataOffset);
    return word < 0 ? this.#bytes.byteLength : word;
  }
}
