import { describe, expect, it } from 'vitest';
import {
  readUnitsOfItems,
  readUnitsOfQuery,
  writeUnits,
  type TableShape,
} from '../../../bench/cost/capacity-units.ts';
import type { WireItem } from '../../../bench/cost/item-size.ts';

const table: TableShape = {
  keys: { partition: 'pk', sort: 'sk' },
  indexes: [
    { name: 'queue', keys: { partition: 'gsi1pk', sort: 'gsi1sk' }, projected: ['state'] },
    { name: 'whole', keys: { partition: 'all', sort: undefined }, projected: 'all' },
  ],
};
const plain = { isTransactional: false };
const key = { pk: { S: 'CLAIM#1' }, sk: { S: 'CLAIM' } };

/** An item of so many bytes in all. */
function itemOf(bytes: number): WireItem {
  const filler = bytes - ('pk'.length + 'CLAIM#1'.length + 'sk'.length + 'CLAIM'.length + 'f'.length);
  return { ...key, f: { S: 'x'.repeat(filler) } };
}

describe('write units of the table', () => {
  it.each([
    ['one for the smallest item', undefined, key, 1],
    ['one for 1,024 bytes', undefined, itemOf(1024), 1],
    ['two for a byte more', undefined, itemOf(1025), 2],
    ['as many as the item had before, where it shrinks', itemOf(3000), key, 3],
    ['as many as the item has after, where it grows', key, itemOf(3000), 3],
    ['as many as the item that was deleted had', itemOf(2000), undefined, 2],
    ['one for a condition that refused a write of nothing', undefined, undefined, 1],
  ])('are %s', (_what, before, after, units) => {
    expect(writeUnits(before, after, plain, table)).toEqual({ table: units, indexes: {} });
  });

  it('are twice as many in a transaction, for a condition check too', () => {
    const transactional = { isTransactional: true };
    expect(writeUnits(undefined, itemOf(1025), transactional, table).table).toBe(4);
    expect(writeUnits(itemOf(1024), itemOf(1024), transactional, table).table).toBe(2);
  });
});

describe('write units of an index', () => {
  const waiting = { ...key, gsi1pk: { S: 'QUEUE#A' }, gsi1sk: { S: '1' }, state: { S: 'PENDING' } };

  function indexUnits(before: WireItem | undefined, after: WireItem | undefined) {
    return writeUnits(before, after, plain, table).indexes;
  }

  it.each([
    ['none for an item that is in no index', key, itemOf(500), {}],
    ['one for an entry that comes', key, waiting, { queue: 1 }],
    ['one for an entry that goes', waiting, key, { queue: 1 }],
    ['two for an entry that moves', waiting, { ...waiting, gsi1pk: { S: 'QUEUE#B' } }, { queue: 2 }],
    [
      'one for a projected attribute that changes',
      waiting,
      { ...waiting, state: { S: 'DONE' } },
      { queue: 1 },
    ],
    ['none for another attribute that changes', waiting, { ...waiting, total: { N: '5' } }, {}],
    ['none for a condition check', waiting, waiting, {}],
  ])('are %s', (_what, before, after, units) => {
    expect(indexUnits(before, after)).toEqual(units);
  });

  it('are counted by the size of what is projected, and not of the item', () => {
    expect(indexUnits(undefined, { ...waiting, f: { S: 'x'.repeat(5000) } })).toEqual({ queue: 1 });
    expect(indexUnits(undefined, { ...key, all: { S: 'k' }, f: { S: 'x'.repeat(5000) } })).toEqual({
      whole: 5,
    });
  });

  it('are not doubled in a transaction', () => {
    expect(writeUnits(key, waiting, { isTransactional: true }, table)).toEqual({
      table: 2,
      indexes: { queue: 1 },
    });
  });
});

describe('read units', () => {
  it('are rounded for each item that was asked for by key, and added up for a query', () => {
    expect(readUnitsOfItems([100, 4096, 4097], true)).toBe(1 + 1 + 2);
    expect(readUnitsOfQuery(100 + 4096 + 4097, true)).toBe(3);
  });

  it('are half as many where an older answer will do', () => {
    expect(readUnitsOfItems([100, 4097], false)).toBe(0.5 + 1);
    expect(readUnitsOfQuery(0, false)).toBe(0.5);
  });

  it('are taken for what is not there, too', () => {
    expect(readUnitsOfItems([0], true)).toBe(1);
  });
});
