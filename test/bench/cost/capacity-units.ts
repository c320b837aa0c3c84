import { itemSizeBytes, type WireItem } from './item-size.ts';

/**
 * What reads and writes of a table cost in request units, by the rules of "DynamoDB read and write operations" and
 * "Using global secondary indexes: provisioned throughput considerations" in the DynamoDB developer guide:
 *
 * - Write: 1 unit a started KB of the item, before or after the write, whichever is larger; twice that in a transaction,
 *   for a condition check in one too. A write that its condition refuses costs what the item that is there costs, at least 1.
 * - Index entry: nothing where neither its keys nor its projected attributes change; else 1 unit a started KB of the entry; a
 *   changed index key costs taking the old entry out and putting the new one in. Indexes follow the table after the
 *   transaction, so their writes are not doubled.
 * - Read: half a unit a started 4 KB, a whole one where it is strongly consistent, two in a transaction. Items of one Query are
 *   added up before rounding; items of a batch are rounded each; what is not there costs as much as the smallest item.
 */

export interface KeyNames {
  readonly partition: string;
  readonly sort: string | undefined;
}

export interface IndexShape {
  readonly name: string;
  readonly keys: KeyNames;
  /** Attributes that are copied into the index beside keys; `all` of them where it projects everything. */
  readonly projected: 'all' | readonly string[];
}

export interface TableShape {
  readonly keys: KeyNames;
  readonly indexes: readonly IndexShape[];
}

export interface WriteUnits {
  readonly table: number;
  /** By index name, without those that cost nothing. */
  readonly indexes: Readonly<Record<string, number>>;
}

const WRITE_UNIT_BYTES = 1024;
const READ_UNIT_BYTES = 4096;

/**
 * @param before the item before the write; undefined where there was none
 * @param after the item after the write; undefined where there is none. The same as before for a condition check, or where a
 * condition refused the write.
 */
export function writeUnits(
  before: WireItem | undefined,
  after: WireItem | undefined,
  { isTransactional }: { readonly isTransactional: boolean },
  table: TableShape,
): WriteUnits {
  const plain = Math.max(1, writeUnitsOf(before), writeUnitsOf(after));
  const indexes = table.indexes.flatMap((index): [string, number][] => {
    const units = indexWriteUnits(index, table, before, after);
    return units === 0 ? [] : [[index.name, units]];
  });
  return { table: isTransactional ? 2 * plain : plain, indexes: Object.fromEntries(indexes) };
}

function indexWriteUnits(
  index: IndexShape,
  table: TableShape,
  before: WireItem | undefined,
  after: WireItem | undefined,
): number {
  const old = before && indexEntry(before, index, table);
  const next = after && indexEntry(after, index, table);
  if (old === undefined || next === undefined) return writeUnitsOf(old) + writeUnitsOf(next);
  const hasMoved = keysOf(index.keys).some((name) => !isSame(old[name], next[name]));
  if (hasMoved) return writeUnitsOf(old) + writeUnitsOf(next);
  return isSame(old, next) ? 0 : Math.max(writeUnitsOf(old), writeUnitsOf(next));
}

/** What the index keeps of an item; undefined for an item without the index's keys. */
export function indexEntry(item: WireItem, index: IndexShape, table: TableShape): WireItem | undefined {
  if (keysOf(index.keys).some((name) => item[name] === undefined)) return undefined;
  if (index.projected === 'all') return item;
  const kept = new Set([...keysOf(table.keys), ...keysOf(index.keys), ...index.projected]);
  const names = Object.keys(item)
    .filter((name) => kept.has(name))
    .sort();
  return Object.fromEntries(names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));
}

/** Of items that were asked for by key: each is rounded by itself. */
export function readUnitsOfItems(sizesBytes: readonly number[], isConsistent: boolean): number {
  return sizesBytes.reduce((units, size) => units + readUnitsOfQuery(size, isConsistent), 0);
}

/** Of one Query or Scan: all that it looked at is added up. */
export function readUnitsOfQuery(sizeBytes: number, isConsistent: boolean): number {
  return Math.max(1, Math.ceil(sizeBytes / READ_UNIT_BYTES)) * (isConsistent ? 1 : 0.5);
}

function writeUnitsOf(item: WireItem | undefined): number {
  return item === undefined ? 0 : Math.max(1, Math.ceil(itemSizeBytes(item) / WRITE_UNIT_BYTES));
}

function keysOf({ partition, sort }: KeyNames): readonly string[] {
  return sort === undefined ? [partition] : [partition, sort];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
