import { describe, expect, it } from 'vitest';
import { itemSizeBytes } from '../../../bench/cost/item-size.ts';

describe('the size that DynamoDB counts for an item', () => {
  it.each([
    ['text, in UTF-8', { name: { S: 'é' } }, 4 + 2],
    ['an empty text', { a: { S: '' } }, 1],
    ['a truth value and a null', { a: { BOOL: true }, b: { NULL: true } }, 2 + 2],
    ['a number of one digit', { n: { N: '7' } }, 1 + 2],
    ['a number whose end is zeros', { n: { N: '1200' } }, 1 + 2],
    ['a number whose beginning is zeros', { n: { N: '0.0012' } }, 1 + 2],
    ['a negative number', { n: { N: '-123' } }, 1 + 4],
    ['zero', { n: { N: '0' } }, 1 + 1],
    ['the longest number', { n: { N: '9'.repeat(38) } }, 1 + 20],
    ['binary, not its base64', { b: { B: 'AAECAw==' } }, 1 + 4],
    ['a set', { s: { SS: ['ab', 'c'] } }, 1 + 3],
    ['an empty list', { l: { L: [] } }, 1 + 3],
    ['a list, one byte more an element', { l: { L: [{ S: 'ab' }, { S: 'c' }] } }, 1 + 3 + (1 + 2) + (1 + 1)],
    ['a map, one byte more an element', { m: { M: { key: { S: 'value' } } } }, 1 + 3 + (1 + 3 + 5)],
    ['a list of maps', { l: { L: [{ M: { a: { N: '1' } } }] } }, 1 + 3 + 1 + (3 + 1 + 1 + 2)],
  ])('counts %s', (_what, item, bytes) => {
    expect(itemSizeBytes(item)).toBe(bytes);
  });
});
