import {
  indexEntry,
  readUnitsOfItems,
  readUnitsOfQuery,
  writeUnits,
  type TableShape,
} from './capacity-units.ts';
import { readAnswersOf, tableOf, type ReadAnswer, type WriteRequest } from './dynamodb-request.ts';
import { itemSizeBytes, type WireItem } from './item-size.ts';

/** Units that one item, or one query, took. */
export interface MeteredUnits {
  /** Which kind of item: `FILE/EVENT` is an event of a file; with ` → index` for its entry in an index. */
  readonly what: string;
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly sizeBytes: number;
}

/** What the items of a write were before and after it, in the order of the request. */
export interface WriteImages {
  readonly before: readonly (WireItem | undefined)[];
  readonly after: readonly (WireItem | undefined)[];
}

export function meterWrite(
  { isTransactional, items }: WriteRequest,
  { before, after }: WriteImages,
  tables: ReadonlyMap<string, TableShape>,
): readonly MeteredUnits[] {
  return items.flatMap(({ table, key }, index): MeteredUnits[] => {
    const images = [before[index], after[index]] as const;
    const units = writeUnits(...images, { isTransactional }, tableOf(table, tables));
    const what = kindOf(key);
    const sizeBytes = Math.max(...images.map((image) => (image === undefined ? 0 : itemSizeBytes(image))));
    return [
      { what, writeUnits: units.table, readUnits: 0, sizeBytes },
      ...Object.entries(units.indexes).map(([name, writes]) => ({
        what: `${what} → ${name}`,
        writeUnits: writes,
        readUnits: 0,
        sizeBytes: 0,
      })),
    ];
  });
}

export function meterRead(
  operation: string,
  body: unknown,
  answer: unknown,
  tables: ReadonlyMap<string, TableShape>,
): readonly MeteredUnits[] {
  return readAnswersOf(operation, body, answer).map((read) => meterOne(operation, read, tables));
}

function meterOne(
  operation: string,
  { table, index, isConsistent, items, isAddedUp, missingCount, example }: ReadAnswer,
  tables: ReadonlyMap<string, TableShape>,
): MeteredUnits {
  const shape = tableOf(table, tables);
  const indexShape = shape.indexes.find(({ name }) => name === index);
  // The emulator may give more of an entry than the index keeps.
  const sizes = items
    .map((item) => (indexShape === undefined ? item : (indexEntry(item, indexShape, shape) ?? item)))
    .map(itemSizeBytes);
  const missing = Array.from({ length: missingCount }, () => 0);
  const sizeBytes = sizes.reduce((all, size) => all + size, 0);
  const readUnits = isAddedUp
    ? readUnitsOfQuery(sizeBytes, isConsistent)
    : readUnitsOfItems([...sizes, ...missing], isConsistent);
  const kind = example === undefined ? 'nothing' : kindOf(example);
  const subject = isAddedUp ? (kind.split('/')[0] ?? kind) : kind;
  return {
    what: `${operation} ${index === undefined ? subject : `of index ${index}`}`,
    writeUnits: 0,
    readUnits,
    sizeBytes,
  };
}

/** The prefixes of an item's keys, without the ids behind them. */
function kindOf(item: WireItem): string {
  const prefixes = ['pk', 'sk'].map((name) => {
    const value = item[name];
    return value !== undefined && 'S' in value ? (value.S.split('#')[0] ?? '') : '';
  });
  return [...new Set(prefixes.filter((prefix) => prefix !== ''))].join('/');
}
