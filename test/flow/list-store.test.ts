import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoListStore } from '../../contexts/registration/aws/list-store.ts';
import { listEventSchema } from '../../contexts/events/events.ts';
import { connectToTestCloud } from '../support/flow/cloud.ts';
import { createIsolatedResources } from '../support/flow/isolated-resources.ts';
import { listOf } from '../support/list-examples.ts';
import { listStoreCases } from '../support/list-store-cases.ts';

let client: DynamoDBDocumentClient;
let table: string;
let store: DynamoListStore;

beforeAll(async () => {
  await connectToTestCloud();
  ({ registryTable: table } = await createIsolatedResources());
  client = createDocumentClient();
  store = new DynamoListStore(client, table, () => new Date());
});

describe('the list store in DynamoDB', () => {
  it.each(listStoreCases.map((oneCase) => [oneCase.name, oneCase] as const))('%s', async (_, { run }) => {
    expect.hasAssertions();
    await run(store);
  });

  it('commits one event with each change, and none with a repeat', async () => {
    const list = listOf({ listId: 'EVENTS', state: 'REGISTERING', version: 1 });
    await store.receive(list);
    await store.receive(list);
    await Promise.all([1, 1, 2].map((unit) => store.countRegisteredUnit(list, unit, 10)));
    await store.startClosing(list);
    await store.startClosing(list);

    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :list AND begins_with(sk, :event)',
        ExpressionAttributeValues: { ':list': 'LIST#EVENTS', ':event': 'EVENT#' },
      }),
    );
    const events = Items.map((item) => z.object({ event: listEventSchema }).parse(item).event);
    expect(events.map(({ eventId }) => eventId).toSorted()).toEqual([
      'EVENTS#1',
      'EVENTS#2',
      'EVENTS#REGISTER#1',
      'EVENTS#REGISTER#2',
    ]);
  });
});
