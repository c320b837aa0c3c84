import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CursorRefusedError,
  PageCursors,
  type Listing,
} from '../../../../contexts/shared/paging/page-cursors.ts';
import { MemoryDataKeys } from '../../../support/memory-data-keys.ts';

const NUMBER = '104725831';
const PLACE = JSON.stringify({ pk: `PERSON#${NUMBER}`, sk: 'REQUEST#1', gsi1sk: '2026-11-20' });
const listing: Listing = { operation: 'listRequests', actor: 'staff:supervisor-1', asked: { state: 'OPEN' } };

const keys = new MemoryDataKeys();
const cursors = new PageCursors(keys);
const sealed = async (place = PLACE, of = listing) => (await cursors.seal(place, of))!;
const open = (cursor: string, of = listing) => cursors.open(cursor, of);

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe('a cursor', () => {
  it('leads back to its place, whatever that is, and to no place at the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (place) => {
        expect(await open(await sealed(place))).toBe(place);
      }),
    );
    expect(await cursors.seal(undefined, listing)).toBeUndefined();
    expect(await cursors.open(undefined, listing)).toBeUndefined();
  });

  it('tells nothing of its place, and is another one each time', async () => {
    const [one, other] = [await sealed(), await sealed()];

    expect(one).not.toBe(other);
    for (const encoding of ['base64url', 'latin1', 'utf8'] as const)
      for (const part of [NUMBER, 'PERSON', 'REQUEST', '2026', 'supervisor'])
        expect(Buffer.from(one, encoding).toString('latin1')).not.toContain(part);
  });

  it('is good after the key has changed, as with another copy of the function', async () => {
    const cursor = await sealed();
    keys.renew();

    expect(await open(cursor)).toBe(PLACE);
  });

  it('in which one character is another one is refused', async () => {
    const cursor = await sealed();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(cursor.length - 1),
        fc.constantFrom(...Array.from(CHARACTERS), '=', '+', '/', ' ', '.', '\0', 'é'),
        async (at, character) => {
          fc.pre(cursor[at] !== character);
          const changed = cursor.slice(0, at) + character + cursor.slice(at + 1);

          await expect(open(changed)).rejects.toThrow(CursorRefusedError);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('that is cut off, made longer, or put together of two is refused', async () => {
    const [one, other] = [
      await sealed(),
      await sealed('another place of the same length as that of the first one'),
    ];
    await fc.assert(
      fc.asyncProperty(fc.nat(one.length - 1), fc.stringMatching(/^[\w-]{1,8}$/), async (at, more) => {
        const wrong = [
          one.slice(0, at),
          one.slice(at + 1),
          one + more,
          more + one,
          one.slice(0, at) + other.slice(at),
        ];
        for (const cursor of wrong.filter((text) => !['', one, other].includes(text)))
          await expect(open(cursor)).rejects.toThrow(CursorRefusedError);
      }),
    );
  });

  it('that nobody gave is refused, as are those of before, which could be read', async () => {
    const before = Buffer.from(PLACE).toString('base64url');
    await expect(open(before)).rejects.toThrow(CursorRefusedError);
    expect(await open('')).toBeUndefined();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ minLength: 1 }), fc.stringMatching(/^[\w-]{1,400}$/)),
        async (text) => {
          await expect(open(text)).rejects.toThrow(CursorRefusedError);
        },
      ),
    );
  });

  it('that another keeper’s key sealed is refused', async () => {
    const foreign = new PageCursors(new MemoryDataKeys());

    await expect(open((await foreign.seal(PLACE, listing))!)).rejects.toThrow(CursorRefusedError);
  });

  it.each<[string, Partial<Listing>]>([
    ['another listing', { operation: 'listQueue' }],
    ['another person', { actor: 'staff:supervisor-2' }],
    ['an insured person', { actor: 'insured:supervisor-1' }],
    ['another question', { asked: { state: 'REFUSED' } }],
    ['a wider question', { asked: {} }],
  ])('is refused for %s', async (_, change) => {
    await expect(open(await sealed(), { ...listing, ...change })).rejects.toThrow(CursorRefusedError);
  });

  it('is good for the same question in another order, and with what was left out', async () => {
    const cursor = await sealed(PLACE, { ...listing, asked: { from: '2026-01-01', to: '2026-01-31' } });

    expect(
      await open(cursor, { ...listing, asked: { to: '2026-01-31', from: '2026-01-01', state: undefined } }),
    ).toBe(PLACE);
  });
});
