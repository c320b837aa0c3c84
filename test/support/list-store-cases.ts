import { createHash, randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { List } from '../../contexts/registration/domain/lists/list.ts';
import type { ListStore, PlannedFacts } from '../../contexts/registration/ports/lists.ts';
import { listOf } from './list-examples.ts';

/** What every store of lists must do, whatever it keeps them in. */
export interface ListStoreCase {
  readonly name: string;
  readonly run: (store: ListStore) => Promise<void>;
}

const received = (more: Partial<List> = {}): List =>
  listOf({
    listId: randomUUID(),
    state: 'RECEIVED',
    version: 1,
    asOf: undefined,
    contentSha256: undefined,
    lineCount: undefined,
    rangeCount: undefined,
    unitCount: undefined,
    verifiedRangeCount: 0,
    verifiedLineCount: 0,
    registeredUnitCount: 0,
    registeredLineCount: 0,
    ...more,
  });

const found = (content: string, rangeCount = 3): PlannedFacts => ({
  asOf: '2026-11-20',
  contentSha256: createHash('sha256').update(content).digest('hex'),
  text: { format: 'csv', encoding: 'utf-8', delimiter: ';', columns: ['reference'] },
  lineCount: rangeCount * 10,
  rangeCount,
});

/** @throws Error when it is not there: the case is wrong */
async function current(store: ListStore, { listId }: List): Promise<List> {
  const list = await store.find(listId);
  if (list === undefined) throw new Error('The list of the case is not there');
  return list;
}

async function planned(store: ListStore, rangeCount = 3): Promise<List> {
  const list = received();
  await store.receive(list);
  await store.plan(list, found(list.listId, rangeCount));
  return current(store, list);
}

export const listStoreCases: readonly ListStoreCase[] = [
  {
    name: 'records an arrival once',
    run: async (store) => {
      const list = received();

      expect([await store.receive(list), await store.receive(list)]).toEqual(['applied', 'known']);
      expect(await store.find(list.listId)).toMatchObject({ state: 'RECEIVED', version: 1 });
    },
  },
  {
    name: 'plans a list once, and gives the content to the first that is planned',
    run: async (store) => {
      const [first, second] = [received(), received()];
      await store.receive(first);
      await store.receive(second);
      const content = found(first.listId);

      expect([await store.plan(first, content), await store.plan(first, content)]).toEqual([
        'applied',
        'known',
      ]);
      expect(await store.plan(second, content)).toEqual({ knownAs: first.listId });
      expect((await current(store, second)).state).toBe('RECEIVED');
    },
  },
  {
    name: 'gives the content to one of two lists that come at once',
    run: async (store) => {
      const lists = [received(), received()];
      await Promise.all(lists.map((list) => store.receive(list)));
      const content = found(randomUUID());

      const results = await Promise.all(lists.map((list) => store.plan(list, content)));

      expect(results.filter((result) => result === 'applied')).toHaveLength(1);
      expect(results.filter((result) => typeof result === 'object')).toHaveLength(1);
    },
  },
  {
    name: 'lets a dry run claim no content, but tells it whose it is',
    run: async (store) => {
      const [dry, real, late] = [received({ isDryRun: true }), received(), received({ isDryRun: true })];
      for (const list of [dry, real, late]) await store.receive(list);
      const content = found(randomUUID());

      expect([await store.plan(dry, content), await store.plan(real, content)]).toEqual([
        'applied',
        'applied',
      ]);
      expect(await store.plan(late, content)).toEqual({ knownAs: real.listId });
    },
  },
  {
    name: 'refuses a list once, and never one that was planned',
    run: async (store) => {
      const list = received();
      await store.receive(list);

      expect(await store.refuse(list, 'TRUNCATED', '5 of 6')).toBe('applied');
      expect(await store.refuse(list, 'TRUNCATED', '5 of 6')).toBe('known');
      expect(await store.plan(list, found(list.listId))).toBe('refused');
      expect(await store.refuse(await planned(store), 'EMPTY', undefined)).toBe('refused');
      expect(await current(store, list)).toMatchObject({ refusal: 'TRUNCATED', refusalDetail: '5 of 6' });
    },
  },
  {
    name: 'counts each range and unit once, however many workers count at once',
    run: async (store) => {
      const list = await planned(store, 12);
      const ranges = Array.from({ length: 36 }, (_, index) => ({ number: (index % 12) + 1, lineCount: 10 }));

      const after = await Promise.all(ranges.map((range) => store.countVerifiedRange(list, range)));

      expect(await current(store, list)).toMatchObject({ verifiedRangeCount: 12, verifiedLineCount: 120 });
      // Whoever counted last sees that it was the last: nobody else would move the list on.
      expect(after.some(({ verifiedRangeCount }) => verifiedRangeCount === 12)).toBe(true);
    },
  },
  {
    name: 'moves a list on once for each step, and only from the step before',
    run: async (store) => {
      const list = await planned(store, 1);
      await store.countVerifiedRange(list, { number: 1, lineCount: 10 });

      expect(await store.startClosing(list)).toBe('refused');
      const moves = await Promise.all([store.startLinking(list), store.startLinking(list)]);
      expect(moves.toSorted()).toEqual(['applied', 'known']);
      expect(await store.startRegistering(await current(store, list), 1)).toBe('applied');
      await store.countRegisteredUnit(await current(store, list), 1, 10);
      expect(await store.startClosing(await current(store, list))).toBe('applied');
      const closing = await current(store, list);
      expect(await store.close(closing, { REGISTERED: 9, INVALID: 1 })).toBe('applied');
      expect(await store.close(closing, { REGISTERED: 9, INVALID: 1 })).toBe('known');
      expect(await current(store, list)).toMatchObject({
        state: 'CLOSED',
        unitCount: 1,
        verifiedLineCount: 10,
        registeredLineCount: 10,
        counts: { REGISTERED: 9, INVALID: 1 },
      });
    },
  },
  {
    name: 'keeps what was counted while the list was being moved on',
    run: async (store) => {
      const before = await planned(store, 2);
      await store.countVerifiedRange(before, { number: 1, lineCount: 10 });
      await store.countVerifiedRange(before, { number: 2, lineCount: 10 });

      await store.startLinking(before);

      expect(await current(store, before)).toMatchObject({ state: 'LINKING', verifiedLineCount: 20 });
    },
  },
  {
    name: 'finds the lists of a month, newest first',
    run: async (store) => {
      const days = ['02', '28', '15'];
      for (const day of days) await store.receive(received({ receivedAt: `2031-05-${day}T10:00:00.000Z` }));
      await store.receive(received({ receivedAt: '2031-06-01T00:00:00.000Z' }));

      const lists = await store.listByMonth('2031-05');

      expect(lists.map(({ receivedAt }) => receivedAt.slice(8, 10))).toEqual(['28', '15', '02']);
    },
  },
];
