import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { MilafEvent } from '../../../../contexts/events/events.ts';
import type { ReleasePayments } from '../../../../contexts/payments/records/work-messages.ts';
import type { AttachDocuments } from '../../../../contexts/review/records/sent-documents.ts';
import { createHandler } from '../../../../lambdas/relay-events/handler.ts';

const NUMBER = '804153950';

/** A record of the stream as Lambda gets it. */
function inserted(item: Readonly<Record<string, unknown>>): DynamoDBRecord {
  const image = marshall(item, { removeUndefinedValues: true });
  return {
    eventName: 'INSERT',
    dynamodb: { Keys: { pk: image['pk'], sk: image['sk'] }, NewImage: image },
  } as DynamoDBRecord;
}

async function relay(...records: DynamoDBRecord[]) {
  const published: MilafEvent[] = [];
  const asked: ReleasePayments[] = [];
  const attached: AttachDocuments[] = [];
  const nothing = () => Promise.resolve();
  const handler = createHandler({
    clock: () => new Date(),
    publisher: { publish: (events) => Promise.resolve(void published.push(...events)) },
    queues: { startReading: nothing, checkReading: nothing, readForms: nothing, adjudicateClaim: nothing },
    attachments: { attachDocuments: (message) => Promise.resolve(void attached.push(message)) },
    releases: { releasePayments: (message) => Promise.resolve(void asked.push(message)) },
  });
  return { logged: await handler(records), published, asked, attached };
}

describe('relay-events', () => {
  const occurredAt = '2026-01-10T08:00:00.000Z';

  it('passes on the event that a new person carries, and logs no number', async () => {
    const event: MilafEvent = {
      type: 'person.registered.v1',
      eventId: `${NUMBER}#registered`,
      occurredAt,
      registrationNumber: NUMBER,
      scheme: 'AMO_TNS',
      listId: '4BS417VVBA6EJKJP',
    };
    const record = inserted({ pk: `PERSON#${NUMBER}`, sk: 'PROFILE', event });
    const { logged, published } = await relay(record, record);
    expect(published).toEqual([event, event]);
    expect(logged).toEqual([{ outcome: 'person.registered.v1', count: 2 }]);
    expect(JSON.stringify(logged)).not.toContain(NUMBER);
  });

  it('logs by its id what happened to a list', async () => {
    const event: MilafEvent = {
      type: 'list.verified.v1',
      eventId: '4BS417VVBA6EJKJP#3',
      occurredAt,
      listId: '4BS417VVBA6EJKJP',
      source: 'dgi',
      isDryRun: false,
    };
    const { logged } = await relay(inserted({ pk: 'LIST#4BS417VVBA6EJKJP', sk: 'EVENT#3', event }));
    expect(logged).toEqual([{ eventId: '4BS417VVBA6EJKJP#3', outcome: 'list.verified.v1' }]);
  });

  it('asks for releases when an account is written or a payment is held, and logs no number', async () => {
    const account = { type: 'account', registrationNumber: NUMBER, rib: '1', from: '2026-01-01' };
    const claim = (state: string) =>
      inserted({ pk: 'CLAIM#F-1', sk: 'CLAIM', claimId: 'F-1', payment: { state } });
    const clinics = { type: 'provider-account', inpe: '091024578', rib: '2', from: '2026-01-01' };
    const { logged, asked } = await relay(
      inserted({ pk: 'PROVIDER#091024578', sk: 'ACCOUNT#2026-01-01', record: clinics }),
      inserted({ pk: `PERSON#${NUMBER}`, sk: 'ACCOUNT#2026-01-01', record: account }),
      claim('HELD'),
      claim('PENDING'),
      inserted({ pk: 'CLAIM#F-2', sk: 'CLAIM', claimId: 'F-2' }),
    );
    expect(asked).toEqual([
      { kind: 'provider', inpe: '091024578' },
      { kind: 'person', registrationNumber: NUMBER },
      { kind: 'claim', claimId: 'F-1' },
    ]);
    expect(logged).toEqual([{ outcome: 'releases-asked-for', count: 3 }]);
  });

  it('asks for documents that an insured person sent to be put beside their claim, and logs no number', async () => {
    const record = {
      registrationNumber: NUMBER,
      claimId: 'F-1',
      channelId: 'agency-rabat-01',
      version: 1,
      documents: [],
    };
    const { logged, attached } = await relay(inserted({ pk: `PERSON#${NUMBER}`, sk: 'SENT#F-1', ...record }));
    expect(attached).toEqual([{ claimId: 'F-1', channelId: 'agency-rabat-01', documentsOf: NUMBER }]);
    expect(logged).toEqual([{ claimId: 'F-1', channelId: 'agency-rabat-01', outcome: 'documents-sent' }]);
  });

  it('leaves a person alone that was loaded without an event', async () => {
    const { logged, published } = await relay(inserted({ pk: `PERSON#${NUMBER}`, sk: 'PROFILE' }));
    expect(published).toEqual([]);
    expect(logged).toEqual([]);
  });
});
