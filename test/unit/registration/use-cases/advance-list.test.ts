import { beforeEach, describe, expect, it } from 'vitest';
import { advanceList } from '../../../../contexts/registration/use-cases/advance-list.ts';
import type { ListEvent } from '../../../../contexts/events/events.ts';
import {
  listObjects,
  type LineRange,
  type List,
} from '../../../../contexts/registration/domain/lists/list.ts';
import { listOf } from '../../../support/list-examples.ts';
import { MemoryListObjects } from '../../../support/memory-list-objects.ts';
import { MemoryListStore } from '../../../support/memory-list-store.ts';

const { listId } = listOf();
const ranges: LineRange[] = [1, 2, 3].map((number) => ({
  number,
  offsetBytes: (number - 1) * 100,
  lengthBytes: 100,
  firstLine: (number - 1) * 10 + 2,
  lineCount: 10,
}));
let lists: MemoryListStore;
let objects: MemoryListObjects;
let sent: string[];

beforeEach(() => {
  lists = new MemoryListStore(() => new Date('2026-11-22T08:00:00.000Z'));
  objects = new MemoryListObjects();
  objects.put(listObjects.plan(listId), JSON.stringify({ version: 1, listId, ranges }));
  sent = [];
});

const queues = {
  verifyRanges: (_: string, some: readonly LineRange[]) =>
    Promise.resolve(void sent.push(`verify ${some.map(({ number }) => number).join(' ')}`)),
  linkList: () => Promise.resolve(void sent.push('link')),
  registerUnits: (_: string, unitCount: number) => Promise.resolve(void sent.push(`register ${unitCount}`)),
  closeList: () => Promise.resolve(void sent.push('close')),
};
const advance = (event: ListEvent) => advanceList(event, { lists, objects, queues });
const event = (type: 'list.verified.v1' | 'list.registered.v1' | 'list.received.v1'): ListEvent => ({
  type,
  eventId: 'x',
  occurredAt: '2026-11-22T08:00:00.000Z',
  listId,
  source: 'dgi',
  isDryRun: false,
});
const planned: ListEvent = {
  ...event('list.verified.v1'),
  type: 'list.planned.v1',
  lineCount: 30,
  rangeCount: 3,
};
const rangeVerified: ListEvent = {
  ...event('list.verified.v1'),
  type: 'list.range-verified.v1',
  range: 1,
  lineCount: 10,
};
const linked: ListEvent = { ...event('list.verified.v1'), type: 'list.linked.v1', unitCount: 2 };
const unitRegistered: ListEvent = {
  ...event('list.verified.v1'),
  type: 'list.unit-registered.v1',
  unit: 1,
  lineCount: 15,
};

const current = async (): Promise<List> => {
  const list = await lists.find(listId);
  if (list === undefined) throw new Error('There is no list');
  return list;
};

/** Takes the list as far as its ranges or units are to be counted. */
async function begin(until: 'planned' | 'linked' = 'planned'): Promise<void> {
  await lists.receive({
    ...listOf({ unitCount: undefined }),
    state: 'RECEIVED',
    version: 1,
    verifiedRangeCount: 0,
    verifiedLineCount: 0,
    registeredUnitCount: 0,
    registeredLineCount: 0,
  });
  await lists.plan(await current(), {
    asOf: '2026-11-20',
    contentSha256: 'a'.repeat(64),
    text: { format: 'jsonl', encoding: 'utf-8' },
    lineCount: 30,
    rangeCount: 3,
  });
  if (until === 'planned') return;
  for (const range of ranges) await lists.countVerifiedRange(await current(), range);
  await lists.startLinking(await current());
  await lists.startRegistering(await current(), 2);
}

describe('a list goes on', () => {
  it('to its ranges, when it is planned', async () => {
    await begin();

    expect(await advance(planned)).toBe('ranges-sent');
    expect(sent).toEqual(['verify 1 2 3']);
  });

  it('to linking with its last range, not before, and once', async () => {
    await begin();
    for (const range of ranges.slice(0, 2)) await lists.countVerifiedRange(await current(), range);
    expect(await advance(rangeVerified)).toBe('waiting');
    await lists.countVerifiedRange(await current(), { number: 3, lineCount: 10 });

    const outcomes = await Promise.all([advance(rangeVerified), advance(rangeVerified), advance(planned)]);

    expect(outcomes.toSorted()).toEqual(['linking', 'past', 'past']);
    expect(await advance(event('list.verified.v1'))).toBe('link-sent');
    expect(sent).toEqual(['link']);
  });

  it('to its units, when it is linked, and to closing with the last of them', async () => {
    await begin('linked');
    expect(await advance(linked)).toBe('units-sent');
    expect(sent).toEqual(['register 2']);
    await lists.countRegisteredUnit(await current(), 1, 15);
    expect(await advance(unitRegistered)).toBe('waiting');
    await lists.countRegisteredUnit(await current(), 1, 15);
    expect(await advance(unitRegistered)).toBe('waiting');
    await lists.countRegisteredUnit(await current(), 2, 15);

    expect(await advance(unitRegistered)).toBe('closing');
    expect(await advance(event('list.registered.v1'))).toBe('close-sent');
    expect(sent).toEqual(['register 2', 'close']);
  });

  it('nowhere, when the event is of a phase that it has left', async () => {
    await begin('linked');

    for (const late of [planned, rangeVerified, event('list.verified.v1'), event('list.received.v1')])
      expect(await advance(late)).toBe('past');
    expect(sent).toEqual([]);
    expect((await current()).state).toBe('REGISTERING');
  });

  it('nowhere yet, when it is not there: the event is delivered again', async () => {
    await expect(advance(planned)).rejects.toThrow('not in the registry table');
  });
});
