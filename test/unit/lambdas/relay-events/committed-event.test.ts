import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { committedEvent } from '../../../../lambdas/relay-events/committed-event.ts';

const registered = {
  type: 'person.registered.v1',
  eventId: '123456789#1',
  occurredAt: '2026-11-21T10:00:00.000Z',
  registrationNumber: '123456789',
  scheme: 'AMO_TNS',
  listId: '7Q2MK8D10ABCDEFG',
};
const record = (
  eventName: DynamoDBRecord['eventName'],
  sk: string,
  item: Record<string, unknown>,
): DynamoDBRecord => {
  const keys = { pk: 'PERSON#123456789', sk };
  return JSON.parse(
    JSON.stringify({
      eventName,
      dynamodb: { Keys: marshall(keys), NewImage: marshall({ ...keys, ...item }) },
    }),
  ) as DynamoDBRecord;
};

describe('the event a stream record brings', () => {
  it('is that of an event item', () => {
    expect(committedEvent(record('INSERT', 'EVENT#000001', { event: registered }))).toEqual(registered);
  });

  it('is that of a new person, whose profile carries it', () => {
    expect(committedEvent(record('INSERT', 'PROFILE', { record: {}, event: registered }))).toEqual(
      registered,
    );
  });

  it('is not sent again when the profile that carries it is changed', () => {
    expect(committedEvent(record('MODIFY', 'PROFILE', { record: {}, event: registered }))).toBeUndefined();
  });

  it('is none where a person was loaded by hand, or something else was inserted', () => {
    expect(committedEvent(record('INSERT', 'PROFILE', { record: {} }))).toBeUndefined();
    expect(
      committedEvent(record('INSERT', 'COVERAGE#AMO_TNS#2026-01-01', { event: registered })),
    ).toBeUndefined();
  });

  it('is an error where it is not in order, so that it is set aside and looked at', () => {
    const broken = { ...registered, registrationNumber: '12' };
    expect(() => committedEvent(record('INSERT', 'PROFILE', { event: broken }))).toThrow('Invalid');
  });
});
