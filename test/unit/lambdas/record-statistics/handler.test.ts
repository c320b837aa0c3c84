import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../../lambdas/record-statistics/handler.ts';
import { MemoryFigures } from '../../../support/memory-figures.ts';

const STREAM = 'arn:aws:dynamodb:eu-west-3:000000000000:table/milaf-claims/stream/2026-11-20T00:00:00.000';

const record = (
  sequenceNumber: string,
  sk: string,
  item: Record<string, unknown>,
  eventName: DynamoDBRecord['eventName'] = 'INSERT',
): DynamoDBRecord => {
  const keys = { pk: 'CLAIM#A-1', sk };
  return JSON.parse(
    JSON.stringify({
      eventName,
      eventSourceARN: STREAM,
      dynamodb: {
        SequenceNumber: sequenceNumber,
        Keys: marshall(keys),
        NewImage: marshall({ ...keys, ...item }),
      },
    }),
  ) as DynamoDBRecord;
};
const approved = {
  event: {
    type: 'claim.approved.v1',
    eventId: 'A-1#2',
    occurredAt: '2026-11-20T10:00:00.000Z',
    claimId: 'A-1',
    channelId: 'agency-rabat-01',
  },
  facts: { depositDate: '2026-11-18', scheme: 'AMO_TNS', isFirstDecision: true },
};

describe('record-statistics', () => {
  it('counts an event with the facts beside it, once for each shard it names', async () => {
    const counters = new MemoryFigures();
    const keep = createHandler({ counters, shards: 'named' });
    const event = { Records: [record('100', 'EVENT#000002', approved)], shardId: 'shardId-1' };
    expect(await keep(event)).toBe(1);
    expect(await keep(event)).toBe(0);
    expect(await keep({ ...event, shardId: 'shardId-2' })).toBe(1);
    expect(counters.all()['2026-11-20 CLAIMS days:2']).toBe(2);
  });

  it('counts what stands beside a record that nobody can understand', async () => {
    const odd = (sequenceNumber: string, image: unknown): DynamoDBRecord =>
      ({
        ...record(sequenceNumber, 'EVENT#000001', {}),
        dynamodb: { SequenceNumber: sequenceNumber, Keys: { sk: { S: 'EVENT#000001' } }, NewImage: image },
      }) as DynamoDBRecord;
    const Records = [
      odd('100', { event: { N: '1e999' } }),
      odd('101', { event: { UNKNOWN: 'x' } }),
      odd('102', { event: 7 }),
      odd('103', {}),
      record('104', 'EVENT#000002', approved),
    ];
    const counters = new MemoryFigures();
    await createHandler({ counters, shards: 'named' })({ Records, shardId: 'shardId-1' });
    expect(counters.all()['2026-11-20 CLAIMS days:2']).toBe(1);
  });

  it('refuses a call that does not name its shard, instead of counting it under a wrong one', async () => {
    const keep = createHandler({ counters: new MemoryFigures(), shards: 'named' });
    const event = { Records: [record('100', 'EVENT#000002', approved)] };
    await expect(keep(event)).rejects.toThrow('tumbling window');
  });

  it('takes the one shard of an emulator, which has no name', async () => {
    const keep = createHandler({ counters: new MemoryFigures(), shards: 'one' });
    const event = { Records: [record('100', 'EVENT#000002', approved)] };
    expect(await keep(event)).toBe(1);
    expect(await keep(event)).toBe(0);
  });

  it('counts nothing at the end of a window, which brings no records', async () => {
    const keep = createHandler({ counters: new MemoryFigures(), shards: 'named' });
    expect(await keep({ Records: [], shardId: 'shardId-1', eventSourceARN: STREAM })).toBe(0);
  });

  it('counts events of before there were facts, and goes on behind a record that it does not understand', async () => {
    const counters = new MemoryFigures();
    const keep = createHandler({ counters, shards: 'one' });
    await keep({
      Records: [
        record('1', 'EVENT#000002', { event: approved.event }),
        record('2', 'EVENT#000003', { event: { type: 'of.the.future' } }),
        record('3', 'MESSAGE#decision', {
          state: 'SENDING',
          segments: 1,
          updatedAt: '2026-11-20T10:00:00.000Z',
        }),
      ],
    });
    expect(counters.all()).toMatchObject({
      '2026-11-20 CLAIMS again:approved': 1,
      '2026-11-20 MESSAGES parts': 1,
    });
  });

  it('counts what a reviewer did, with how long it took', async () => {
    const counters = new MemoryFigures();
    const keep = createHandler({ counters, shards: 'one' });
    const step = {
      changes: [
        { at: '2026-11-20T10:09:00.000Z', by: 'u1', what: 'corrected', field: 'cin', after: 'AB123456' },
        { at: '2026-11-20T10:09:00.000Z', by: 'u1', what: 'submitted' },
      ],
      facts: { takenAt: '2026-11-20T10:00:00.000Z', isEqual: true },
    };
    await keep({ Records: [record('1', 'REVIEW#CHANGE#000003', step)] });
    expect(counters.all()).toEqual({
      '2026-11-20 REVIEW corrected': 1,
      '2026-11-20 REVIEW keyed:equal': 1,
      '2026-11-20 REVIEW minutes:9': 1,
      '2026-11-20 REVIEW submitted': 1,
      '2026-11-20 REVIEWER#u1 corrected': 1,
      '2026-11-20 REVIEWER#u1 keyed:equal': 1,
      '2026-11-20 REVIEWER#u1 minutes:9': 1,
      '2026-11-20 REVIEWER#u1 submitted': 1,
    });
  });

  it('counts what is inserted, not what an item became later', async () => {
    const counters = new MemoryFigures();
    const keep = createHandler({ counters, shards: 'one' });
    await keep({
      Records: [
        record(
          '1',
          'MESSAGE#d',
          { state: 'SENT', segments: 1, updatedAt: '2026-11-20T10:00:00.000Z' },
          'MODIFY',
        ),
      ],
    });
    expect(counters.all()).toEqual({});
  });
});
