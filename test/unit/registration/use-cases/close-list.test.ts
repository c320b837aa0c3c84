import { beforeEach, describe, expect, it } from 'vitest';
import { closeList } from '../../../../contexts/registration/use-cases/close-list.ts';
import { linkList } from '../../../../contexts/registration/use-cases/link-list.ts';
import { listReportSchema } from '../../../../contexts/registration/records/list-report.ts';
import type { LineOutcome } from '../../../../contexts/registration/records/list-lines.ts';
import { verifyAnswer } from '../../../../contexts/registration/domain/lists/answer/verify-answer.ts';
import { listObjects, type List } from '../../../../contexts/registration/domain/lists/list.ts';
import { inTurn, listOf, outcomeOf } from '../../../support/list-examples.ts';
import { MemoryListObjects } from '../../../support/memory-list-objects.ts';
import { MemoryListStore } from '../../../support/memory-list-store.ts';
import { MemorySigner } from '../../../support/memory-signer.ts';

const { listId } = listOf();
const signer = new MemorySigner();
const outcomes = [outcomeOf(2), outcomeOf(3, { code: 'DECEASED' }), outcomeOf(4)];
let lists: MemoryListStore;
let objects: MemoryListObjects;
let identitiesWritten: string[];

beforeEach(() => {
  lists = new MemoryListStore(() => new Date('2026-11-22T08:00:00.000Z'));
  objects = new MemoryListObjects();
  identitiesWritten = [];
});

const close = (some: readonly LineOutcome[] = outcomes) =>
  closeList(
    { listId },
    {
      lists,
      objects,
      signer,
      outcomes: { inOrder: () => inTurn(some) },
      identities: {
        writeIdentities: (list: List) => {
          identitiesWritten.push(list.state);
          return Promise.resolve(2);
        },
      },
    },
  );
const answerFiles = (): (Uint8Array | undefined)[] =>
  [listObjects.answer, listObjects.answerManifest, listObjects.answerSignature].map((keyOf) =>
    objects.get(keyOf('dgi', listId)),
  );

describe('closing a list', () => {
  it('writes an answer whose digest and signature are right, and counts what it came to', async () => {
    await lists.receive(listOf());

    expect(await close()).toEqual({ outcome: 'closed', lineCount: 3 });

    const [csv, manifest, signature] = answerFiles();
    if (csv === undefined || manifest === undefined || signature === undefined) throw new Error('No answer');
    expect(await verifyAnswer(csv, manifest, signature, await signer.publicKeyPem())).toMatchObject({
      isValid: true,
      answer: { received: 3, answered: 3, byCode: { REGISTERED: 2, DECEASED: 1 } },
    });
    expect(await lists.find(listId)).toMatchObject({
      state: 'CLOSED',
      counts: { REGISTERED: 2, DECEASED: 1 },
    });
    expect(lists.events.at(-1)).toMatchObject({ type: 'list.closed.v1', lineCount: 3 });
    expect(identitiesWritten).toEqual(['CLOSING']);
  });

  it('writes the same bytes again when it was ended before the list was closed', async () => {
    await lists.receive(listOf());
    await closeList(
      { listId },
      {
        lists: new Proxy(lists, {
          get: (store, name) =>
            name === 'close' ? () => Promise.reject(new Error('ended')) : bound(store, name),
        }),
        objects,
        signer,
        outcomes: { inOrder: () => inTurn(outcomes) },
        identities: { writeIdentities: () => Promise.resolve(0) },
      },
    ).catch(() => undefined);
    const before = answerFiles().slice(0, 2);

    await close();

    expect(before).not.toContain(undefined);
    expect(answerFiles().slice(0, 2)).toEqual(before);
  });

  it('of a dry run writes the report, and nothing else', async () => {
    await lists.receive(listOf({ isDryRun: true }));

    await close();

    expect(objects.keys()).toEqual([listObjects.report(listId)]);
    expect(identitiesWritten).toEqual([]);
    const report = listReportSchema.parse(
      JSON.parse((await objects.readText(listObjects.report(listId))) ?? ''),
    );
    expect(report).toMatchObject({ isDryRun: true, lineCount: 3, byClass: { SUBJECT: 2, NOT_SUBJECT: 1 } });
  });

  it.each([false, true])('is refused while a line has no answer (dry run: %s)', async (isDryRun) => {
    await lists.receive(listOf({ isDryRun }));

    await expect(close(outcomes.slice(1))).rejects.toThrow('has 3 lines, but 2 are answered');
    expect((await lists.find(listId))?.state).toBe('CLOSING');
    expect(objects.get(listObjects.answerSignature('dgi', listId))).toBeUndefined();
  });

  it('changes nothing when the list is closed', async () => {
    await lists.receive(listOf());
    await close();
    const keys = objects.keys();

    expect(await close([])).toEqual({ outcome: 'past' });
    expect(objects.keys()).toEqual(keys);
  });
});

describe('linking a list', () => {
  const engine = { link: () => Promise.resolve(7) };

  it('says how many units its lines are in', async () => {
    await lists.receive(listOf({ state: 'LINKING' }));

    expect(await linkList({ listId }, { lists, engine })).toEqual({ outcome: 'linked', unitCount: 7 });
    expect(await lists.find(listId)).toMatchObject({ state: 'REGISTERING', unitCount: 7 });
  });

  it('is not done again once its units are registered', async () => {
    await lists.receive(listOf({ state: 'REGISTERING' }));

    expect(await linkList({ listId }, { lists, engine })).toEqual({ outcome: 'past' });
  });

  it('waits for the list to be there', async () => {
    await expect(linkList({ listId }, { lists, engine })).rejects.toThrow('not in the registry table');
  });
});

function bound(target: object, name: string | symbol): unknown {
  const member: unknown = Reflect.get(target, name, target);
  return typeof member === 'function'
    ? (...args: unknown[]): unknown => Reflect.apply(member, target, args)
    : member;
}
