import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { DynamoAccessLog } from '../../../../contexts/staff/aws/access-log.ts';

/** Takes commands and gives out prepared answers. */
function tableWith(answers: readonly object[]) {
  const inputs: Record<string, unknown>[] = [];
  const client = {
    send: ({ input }: { input: Record<string, unknown> }) => Promise.resolve(answers[inputs.push(input) - 1]),
  } as unknown as DynamoDBDocumentClient;
  return { inputs, log: new DynamoAccessLog(client, 'audit', () => new Date('2026-11-21T10:00:00.000Z')) };
}

const record = {
  actor: 'reviewer-1',
  operation: 'showReview',
  subject: 'claim:FILE-1',
  at: '2026-11-21T10:00:00.000Z',
};
const lastKey = {
  pk: 'ACTOR#reviewer-1#2026-11',
  sk: '2026-11-21T10:00:00.000Z#1',
  gsi1pk: 'SUBJECT#claim:FILE-1',
  gsi1sk: '2026-11-21T10:00:00.000Z#1',
};

describe('the record of accesses', () => {
  it('is written under who did it and what it is about, and never over another record', async () => {
    const { inputs, log } = tableWith([{}, {}]);
    const access = { actor: 'reviewer-1', operation: 'showReview', subject: 'claim:FILE-1' } as const;
    await log.record(access);
    await log.record(access);
    expect(inputs[0]).toMatchObject({
      Item: { pk: 'ACTOR#reviewer-1#2026-11', gsi1pk: 'SUBJECT#claim:FILE-1', ...record },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    const keys = inputs.map(({ Item }) => (Item as { sk: string }).sk);
    expect(new Set(keys).size).toBe(2);
  });

  it('goes on where a page ended, by actor and by subject', async () => {
    const { inputs, log } = tableWith([{ Items: [record], LastEvaluatedKey: lastKey }, {}, {}]);
    const { records, nextCursor } = await log.listByActor('reviewer-1', '2026-11');
    expect(records).toEqual([record]);
    await log.listByActor('reviewer-1', '2026-11', { cursor: nextCursor });
    expect(inputs[1]?.['ExclusiveStartKey']).toEqual({ pk: lastKey.pk, sk: lastKey.sk });
    await log.listBySubject('claim:FILE-1', { cursor: nextCursor });
    expect(inputs[2]?.['ExclusiveStartKey']).toEqual(lastKey);
  });

  it('never leaves what was asked for, whatever cursor is given', async () => {
    const { inputs, log } = tableWith([{ Items: [], LastEvaluatedKey: lastKey }, {}, {}]);
    const { nextCursor } = await log.listByActor('reviewer-1', '2026-11');
    await log.listByActor('reviewer-2', '2026-10', { cursor: nextCursor });
    expect(inputs[1]?.['ExclusiveStartKey']).toEqual({ pk: 'ACTOR#reviewer-2#2026-10', sk: lastKey.sk });
    await log.listByActor('reviewer-2', '2026-10', { cursor: 'not a cursor of ours' });
    expect(inputs[2]?.['ExclusiveStartKey']).toBeUndefined();
  });

  it('gives as many records as are asked for, and leaves out what it has no words for', async () => {
    const details = { found: 2, asItWasCalledBefore: 'x' };
    const { inputs, log } = tableWith([{ Items: [{ ...record, details }] }]);
    const { records } = await log.listBySubject('claim:FILE-1', { limit: 500 });
    expect(inputs[0]).toMatchObject({ Limit: 500 });
    expect(records).toEqual([{ ...record, details: { found: 2 } }]);
  });

  it('gives the newest of a subject before a place, each with its own', async () => {
    const { inputs, log } = tableWith([{ Items: [{ ...record, ...lastKey }] }]);
    const found = await log.newest('claim:FILE-1', { before: '2026-11-22', limit: 3 });
    expect(found).toEqual([{ place: lastKey.sk, record }]);
    expect(inputs[0]).toMatchObject({ IndexName: 'subject', Limit: 3, ScanIndexForward: false });
    expect(inputs[0]?.['ExpressionAttributeValues']).toEqual({
      ':key': 'SUBJECT#claim:FILE-1',
      ':before': '2026-11-22',
    });
  });
});
