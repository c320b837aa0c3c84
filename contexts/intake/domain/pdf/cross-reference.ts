import { FileFault } from '../file-fault.ts';
import { readIndirectObject, tableStreamOf } from './indirect-object.ts';
import { PdfLexer } from './pdf-lexer.ts';
import { decodeTableStream } from './pdf-stream.ts';
import { entryOf, integerOf, type PdfDictionary, type PdfValue } from './pdf-value.ts';
import type { ReadBudget } from './read-budget.ts';

/** Where an object is: at an offset of the file, or as the n-th of an object stream. */
export type ObjectLocation =
  | { readonly kind: 'free' }
  | { readonly kind: 'at-offset'; readonly offset: number }
  | { readonly kind: 'in-stream'; readonly streamNumber: number };

export interface CrossReference {
  readonly locations: ReadonlyMap<number, ObjectLocation>;
  /** Trailer of the newest revision: it names the root. */
  readonly trailer: PdfDictionary;
  /** What any revision says about encryption: null, or a reference to nothing, is none. */
  readonly encryption: readonly PdfValue[];
}

/** Far above any scan; it bounds the time of a hostile file. */
const MAX_REVISIONS = 500;

/** One table or stream of it. */
export interface Section {
  readonly kind: 'table' | 'stream';
  /** Offset behind its last byte; of a stream, behind its data. */
  readonly end: number;
  readonly trailer: PdfDictionary;
  readonly locations: ReadonlyMap<number, ObjectLocation>;
}

function readTable(bytes: Uint8Array, offset: number, budget: ReadBudget): Section {
  const lexer = new PdfLexer(bytes, offset, budget);
  lexer.skipKeyword('xref');
  const locations = new Map<number, ObjectLocation>();
  while (!lexer.skipKeyword('trailer')) {
    let first = lexer.readInteger();
    const count = lexer.readInteger();
    for (let index = 0; index < count; index++) {
      budget.countEntry();
      const entryOffset = lexer.readInteger();
      const generation = lexer.readInteger();
      const inUse = lexer.skipKeyword('n');
      if (!inUse && !lexer.skipKeyword('f')) throw new FileFault('DAMAGED');
      // Some writers number the head of the free list 1 instead of 0, which shifts the whole table.
      if (!inUse && index === 0 && first === 1 && generation === 65_535) first = 0;
      locations.set(first + index, inUse ? { kind: 'at-offset', offset: entryOffset } : { kind: 'free' });
    }
  }
  const trailer = lexer.readDictionary();
  return { kind: 'table', trailer, locations, end: lexer.offset };
}

function numbersOf(value: PdfValue): readonly number[] {
  if (value.kind !== 'array') return [];
  return value.items.map((item) => {
    if (item.kind !== 'number' || !Number.isSafeInteger(item.number) || item.number < 0)
      throw new FileFault('DAMAGED');
    return item.number;
  });
}

function bigEndian(data: Uint8Array, offset: number, width: number): number {
  let value = 0;
  for (let index = 0; index < width; index++) value = value * 256 + (data[offset + index] ?? 0);
  return value;
}

function locationOf(type: number, second: number): ObjectLocation {
  if (type === 1) return { kind: 'at-offset', offset: second };
  if (type === 2) return { kind: 'in-stream', streamNumber: second };
  return { kind: 'free' };
}

function readStream(bytes: Uint8Array, offset: number, budget: ReadBudget): Section {
  const { dictionary, raw } = tableStreamOf(
    bytes,
    readIndirectObject(bytes, offset, budget),
    () => undefined,
  );
  const type = entryOf(dictionary, 'Type');
  if (type.kind !== 'name' || type.name !== 'XRef') throw new FileFault('DAMAGED');
  const data = decodeTableStream(dictionary, raw, budget);
  const [typeWidth, secondWidth, thirdWidth] = numbersOf(entryOf(dictionary, 'W'));
  const size = integerOf(dictionary, 'Size');
  if (typeWidth === undefined || secondWidth === undefined || thirdWidth === undefined || size === undefined)
    throw new FileFault('DAMAGED');
  const entryBytes = typeWidth + secondWidth + thirdWidth;
  if (secondWidth < 1 || entryBytes > 24) throw new FileFault('DAMAGED');
  const index = numbersOf(entryOf(dictionary, 'Index'));
  const ranges = index.length > 0 ? index : [0, size];
  const locations = new Map<number, ObjectLocation>();
  let at = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const first = ranges[range] ?? 0;
    const count = ranges[range + 1] ?? 0;
    if (at + count * entryBytes > data.byteLength) throw new FileFault('DAMAGED');
    for (let entry = 0; entry < count; entry++, at += entryBytes) {
      budget.countEntry();
      const entryType = typeWidth === 0 ? 1 : bigEndian(data, at, typeWidth);
      locations.set(first + entry, locationOf(entryType, bigEndian(data, at + typeWidth, secondWidth)));
    }
  }
  return {
    kind: 'stream',
    trailer: dictionary,
    locations,
    end: raw.byteOffset - bytes.byteOffset + raw.byteLength,
  };
}

/** @throws FileFault `INCOMPLETE` or `DAMAGED` */
export function readSection(bytes: Uint8Array, offset: number, budget: ReadBudget): Section {
  if (offset >= bytes.byteLength) throw new FileFault('INCOMPLETE');
  return new PdfLexer(bytes, offset, budget).skipKeyword('xref')
    ? readTable(bytes, offset, budget)
    : readStream(bytes, offset, budget);
}

/** The offset at `key`; several writers put 0 for none. */
function offsetAt(trailer: PdfDictionary, key: string): number | undefined {
  const offset = integerOf(trailer, key);
  return offset === 0 ? undefined : offset;
}

/**
 * Follows the cross-reference sections from the newest to the oldest (ISO 32000-1, 7.5.4 to 7.5.8): tables, streams and
 * files that have both. A table that is not where the file says it is means a broken file; nothing is rebuilt.
 * @throws FileFault `INCOMPLETE` or `DAMAGED`.
 */
export function readCrossReference(
  bytes: Uint8Array,
  startOffset: number,
  budget: ReadBudget,
): CrossReference {
  const locations = new Map<number, ObjectLocation>();
  const add = (found: Iterable<readonly [number, ObjectLocation]>): void => {
    for (const [objectNumber, location] of found)
      if (!locations.has(objectNumber)) locations.set(objectNumber, location);
  };
  const visited = new Set<number>();
  const trailers: PdfDictionary[] = [];
  for (let offset: number | undefined = startOffset; offset !== undefined;) {
    if (visited.has(offset) || visited.size === MAX_REVISIONS) throw new FileFault('DAMAGED');
    visited.add(offset);
    const section = readSection(bytes, offset, budget);
    trailers.push(section.trailer);
    const streamOffset = section.kind === 'table' ? offsetAt(section.trailer, 'XRefStm') : undefined;
    add([...section.locations].filter(([, { kind }]) => kind !== 'free'));
    // A hybrid file calls free in its table what only its stream knows. Where that stream goes on to is the table's affair.
    if (streamOffset !== undefined) add(readSection(bytes, streamOffset, budget).locations);
    add(section.locations);
    offset = offsetAt(section.trailer, 'Prev');
  }
  const [trailer] = trailers;
  if (trailer === undefined) throw new FileFault('DAMAGED');
  return { locations, trailer, encryption: trailers.map((each) => entryOf(each, 'Encrypt')) };
}
