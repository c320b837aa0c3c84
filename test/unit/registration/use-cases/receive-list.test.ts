import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { listPlanSchema } from '../../../../contexts/registration/records/list-plan.ts';
import {
  MisplacedUploadError,
  receiveList,
} from '../../../../contexts/registration/use-cases/receive-list.ts';
import { listObjects } from '../../../../contexts/registration/domain/lists/list.ts';
import { Killer } from '../../../support/killing.ts';
import { MemoryListObjects } from '../../../support/memory-list-objects.ts';
import { MemoryListStore } from '../../../support/memory-list-store.ts';
import { countedTaxpayers, manifestOf, taxpayers } from '../../../support/small-list.ts';

const uploadedAt = new Date('2026-11-21T23:30:00.000Z');
let lists: MemoryListStore;
let objects: MemoryListObjects;

beforeEach(() => {
  lists = new MemoryListStore(() => new Date('2026-11-22T08:00:00.000Z'));
  objects = new MemoryListObjects();
});

const settings = { maxRangeLines: 4, maxRangeBytes: 100_000, maxListLines: 1_000 };
const upload = (key: string, content: string | Uint8Array, isDryRun = false, at = uploadedAt) => {
  const versionId = objects.put(key, content, at, isDryRun);
  return { detail: { bucket: { name: 'lists' }, object: { key, 'version-id': versionId } } };
};
const receive = (event: ReturnType<typeof upload>, mortal = <T extends object>(target: T): T => target) =>
  receiveList(event, { lists: mortal(lists), objects: mortal(objects), uploads: mortal(objects), settings });
const types = () => lists.events.map(({ type }) => type);

describe('a list that is received', () => {
  it('is planned in ranges, and the plan is there before anyone hears of it', async () => {
    const { outcome, listId = '' } = await receive(upload('incoming/dgi/a.csv', countedTaxpayers(10)));

    expect(outcome).toBe('planned');
    const plan = listPlanSchema.parse(JSON.parse((await objects.readText(listObjects.plan(listId))) ?? ''));
    expect(plan.ranges.map(({ lineCount }) => lineCount)).toEqual([4, 4, 2]);
    expect(await lists.find(listId)).toMatchObject({
      state: 'VERIFYING',
      lineCount: 10,
      rangeCount: 3,
      asOf: '2026-11-20',
      receivedAt: uploadedAt.toISOString(),
    });
    expect(types()).toEqual(['list.received.v1', 'list.planned.v1']);
  });

  it('is the same list however often S3 says that it was created', async () => {
    const event = upload('incoming/dgi/a.csv', countedTaxpayers(10));
    const { listId } = await receive(event);

    expect(await receive(event)).toEqual({ outcome: 'already-received', listId });
    expect(types()).toEqual(['list.received.v1', 'list.planned.v1']);
  });

  it('is a new list under the same key, because it is another version', async () => {
    const first = await receive(upload('incoming/dgi/a.csv', countedTaxpayers(10)));
    const second = await receive(upload('incoming/dgi/a.csv', countedTaxpayers(11)));

    expect(second.outcome).toBe('planned');
    expect(second.listId).not.toBe(first.listId);
  });

  it.each(Array.from({ length: 20 }, (_, call) => call))(
    'is received the same when its worker was ended at call %i',
    async (call) => {
      const event = upload('incoming/dgi/a.csv.gz', gzipSync(countedTaxpayers(10)));
      let calls = 0;
      const random = { next: () => (calls++ === call ? 0 : 1), whole: () => 0, pick: never, digits: never };
      const killer = new Killer(random, 0.5, 1);
      await receive(event, (target) => killer.mortal(target)).catch(() => undefined);

      const { listId = '' } = await receive(event);

      expect(await lists.find(listId)).toMatchObject({ state: 'VERIFYING', rangeCount: 3, version: 2 });
      expect(types()).toEqual(['list.received.v1', 'list.planned.v1']);
    },
  );
});

describe('a list that is refused as a whole', () => {
  it('had the same content before: it names the first one', async () => {
    const first = await receive(upload('incoming/dgi/a.csv', countedTaxpayers(10)));
    const packed = gzipSync(countedTaxpayers(10));
    const { refusal, listId = '' } = await receive(upload('incoming/dgi/again.csv.gz', packed));

    expect(refusal).toBe('KNOWN_LIST');
    expect(await lists.find(listId)).toMatchObject({ state: 'REFUSED', refusalDetail: first.listId });
  });

  it('is not known by a dry run of it, so that the real run follows', async () => {
    const dry = await receive(upload('incoming/dgi/a.csv', countedTaxpayers(10), true));
    const real = await receive(upload('incoming/dgi/a.csv', countedTaxpayers(10)));

    expect([dry.outcome, real.outcome]).toEqual(['planned', 'planned']);
  });

  it('has a name no list has', async () => {
    expect(await receive(upload('incoming/dgi/a.xlsx', 'x'))).toMatchObject({ refusal: 'NAME_UNKNOWN' });
  });

  it('came before its manifest; sent again after it, it is taken', async () => {
    const early = await receive(upload('incoming/dgi/a.csv', taxpayers(10)));
    expect(early.refusal).toBe('COUNT_MISSING');

    objects.put('incoming/dgi/a.manifest.json', JSON.stringify(manifestOf(10)));
    const late = await receive(upload('incoming/dgi/a.csv', taxpayers(10)));

    expect(late.outcome).toBe('planned');
  });

  it('is refused where its manifest is larger than one can be, and of that nothing is read', async () => {
    const padded = (bytes: number) => JSON.stringify(manifestOf(10)).padEnd(bytes, ' ');
    objects.put('incoming/dgi/a.manifest.json', padded(64 * 1024 + 1));
    const readKeys: string[] = [];
    const readBytes = objects.readBytes.bind(objects);
    objects.readBytes = (part) => {
      readKeys.push(part.key);
      return readBytes(part);
    };
    const { refusal, listId = '' } = await receive(upload('incoming/dgi/a.csv', taxpayers(10)));

    expect(refusal).toBe('MANIFEST_INVALID');
    expect((await lists.find(listId))?.refusalDetail).toBe(
      'the manifest has 65537 bytes, and may have 65536',
    );
    expect(readKeys).toEqual([]);

    objects.put('incoming/dgi/a.manifest.json', padded(64 * 1024));
    expect((await receive(upload('incoming/dgi/a.csv', taxpayers(10)))).outcome).toBe('planned');
  });

  it('is refused where its manifest is empty', async () => {
    objects.put('incoming/dgi/a.manifest.json', '');

    expect((await receive(upload('incoming/dgi/a.csv', taxpayers(10)))).refusal).toBe('MANIFEST_INVALID');
  });

  it('may be of the day it was uploaded on in Morocco, whatever day it is in London', async () => {
    const night = new Date('2025-07-21T23:30:00.000Z');
    const sent = async (name: string, asOf: string) =>
      receive(
        upload(`incoming/dgi/${name}.csv`, countedTaxpayers(2).replace('2026-11-20', asOf), false, night),
      );

    expect((await sent('a', '2025-07-22')).outcome).toBe('planned');
    expect((await sent('b', '2025-07-23')).refusal).toBe('AS_OF_IN_FUTURE');
  });
});

describe('an upload that is no list', () => {
  it.each(['incoming/dgi/a.manifest.json', 'incoming/dgi/'])('is left alone: %s', async (key) => {
    expect(await receive(upload(key, '{}'))).toEqual({ outcome: 'not-a-list' });
    expect(types()).toEqual([]);
  });

  it('is left alone when it was removed meanwhile', async () => {
    const detail = { bucket: { name: 'lists' }, object: { key: 'incoming/dgi/gone.csv' } };

    expect(await receiveList({ detail }, { lists, objects, uploads: objects, settings })).toEqual({
      outcome: 'gone',
    });
  });

  it('waits for someone to look at it when it lies in no source’s folder, and its name is in no message', async () => {
    const received = receive(upload('incoming/nobody/Amina-Alami.csv', 'x'));

    await expect(received).rejects.toThrow(MisplacedUploadError);
    await expect(received).rejects.not.toThrow('Amina');
  });
});

function never(): never {
  throw new Error('Not asked for');
}
