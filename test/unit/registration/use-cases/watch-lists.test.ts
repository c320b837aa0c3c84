import { describe, expect, it } from 'vitest';
import { watchLists } from '../../../../contexts/registration/use-cases/watch-lists.ts';
import type { List } from '../../../../contexts/registration/domain/lists/list.ts';

const NOW = new Date('2026-01-10T12:00:00Z');

function list(listId: string, changes: Partial<List>): List {
  return {
    listId,
    source: 'dgi',
    isDryRun: false,
    bucket: 'lists',
    key: 'incoming/dgi/january.csv',
    receivedAt: '2026-01-10T08:00:00.000Z',
    state: 'VERIFYING',
    version: 2,
    lineCount: 5000,
    verifiedRangeCount: 0,
    verifiedLineCount: 0,
    registeredUnitCount: 0,
    registeredLineCount: 0,
    stateSince: '2026-01-10T08:00:00.000Z',
    ...changes,
  };
}

const stuckAmong = (lists: Readonly<Record<string, readonly List[]>>) =>
  watchLists({
    lists: { listByMonth: (month) => Promise.resolve(lists[month] ?? []) },
    clock: () => NOW,
    stuckAfterMinutes: 120,
  });

describe('the watch over lists', () => {
  it('finds a list that has been in its state for too long', async () => {
    expect(await stuckAmong({ '2026-01': [list('A', { state: 'LINKING' })] })).toEqual([
      { listId: 'A', state: 'LINKING' },
    ]);
  });

  it('looks at the month before too, across the turn of the year', async () => {
    const late = list('B', { stateSince: '2025-12-31T22:00:00.000Z' });
    expect(await stuckAmong({ '2025-12': [late] })).toHaveLength(1);
  });

  it('leaves lists alone that moved lately, and those that are done', async () => {
    const moved = list('C', { stateSince: '2026-01-10T11:00:00.000Z' });
    const done = [list('D', { state: 'CLOSED' }), list('E', { state: 'REFUSED' })];
    expect(await stuckAmong({ '2026-01': [moved, ...done] })).toEqual([]);
  });

  it('gives a list of millions the time it needs', async () => {
    const large = list('F', { state: 'REGISTERING', lineCount: 11_000_000 });
    expect(await stuckAmong({ '2026-01': [large] })).toEqual([]);
    const since = '2026-01-09T08:00:00.000Z';
    expect(await stuckAmong({ '2026-01': [{ ...large, stateSince: since }] })).toHaveLength(1);
  });
});
