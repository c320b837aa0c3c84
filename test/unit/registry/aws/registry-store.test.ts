import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { DynamoRegistryStore } from '../../../../contexts/registry/aws/registry-store.ts';
import { AccountConfirmedError } from '../../../../contexts/registry/ports.ts';
import type { ProviderAccount } from '../../../../contexts/registry/records/registry-records.ts';
import { provider } from '../../adjudication/domain/claim-builder.ts';
import { personFile } from '../../../support/person-files.ts';

interface Asked {
  readonly RequestItems: { readonly registry: { readonly Keys: readonly { readonly pk: string }[] } };
}

function registryOf(items: readonly object[]) {
  const asked: string[][] = [];
  const client = {
    send: ({ input }: { input: Asked }) => {
      const { Keys } = input.RequestItems.registry;
      asked.push(Keys.map(({ pk }) => pk));
      return Promise.resolve({ Responses: { registry: items } });
    },
  } as unknown as DynamoDBDocumentClient;
  return { asked, store: new DynamoRegistryStore(client, 'registry') };
}

describe('the numbers of a form in the registry table', () => {
  it('are asked for in one call, each once, and say who they are', async () => {
    const doctor = provider();
    const laboratory = provider({ inpe: '071854390' });
    const { asked, store } = registryOf([
      { pk: 'PROVIDER#071854390', sk: 'PROVIDER', record: laboratory },
      { pk: 'CIN#BK412087', sk: 'CIN', registrationNumber: '184203957' },
      { pk: 'PROVIDER#091024578', sk: 'PROVIDER', record: doctor },
    ]);
    const inpes = [doctor.inpe, laboratory.inpe, doctor.inpe, '071000000'];
    expect(await store.findByNumbers({ cin: 'BK412087', inpes })).toEqual({
      registrationNumber: '184203957',
      providers: new Map([
        [laboratory.inpe, laboratory],
        [doctor.inpe, doctor],
      ]),
    });
    expect(asked).toEqual([
      ['CIN#BK412087', 'PROVIDER#091024578', 'PROVIDER#071854390', 'PROVIDER#071000000'],
    ]);
  });

  it('are not asked for where there are none, and find nobody where none is known', async () => {
    const { asked, store } = registryOf([]);
    const nobody = { registrationNumber: undefined, providers: new Map() };
    expect(await store.findByNumbers({ cin: undefined, inpes: [] })).toEqual(nobody);
    expect(asked).toEqual([]);
    expect(await store.findByNumbers({ cin: undefined, inpes: ['071000000'] })).toEqual(nobody);
  });
});

describe('people by number', () => {
  it('are found in one batch, each number once, without whoever is not in the registry', async () => {
    const { person } = personFile();
    const key = { pk: `PERSON#${person.registrationNumber}`, sk: 'PROFILE' };
    const { asked, store } = registryOf([{ ...key, record: person }]);
    const { registrationNumber } = person;
    expect(await store.findPeople([registrationNumber, '100000002', registrationNumber])).toEqual(
      new Map([[registrationNumber, person]]),
    );
    expect(asked).toEqual([[key.pk, 'PERSON#100000002']]);
    expect(await store.findPeople([])).toEqual(new Map());
  });
});

describe('accounts of an establishment in the registry table', () => {
  const account: ProviderAccount = {
    ...{ type: 'provider-account', inpe: '091024578', rib: '011519000001205000534921', from: '2026-01-01' },
    confirmed: { on: '2026-01-03', reference: 'letter 12' },
  };

  function answering(answer: () => Promise<object>) {
    const asked: Record<string, unknown>[] = [];
    // Pages are made of a client that is one.
    const client = Object.create(DynamoDBDocumentClient.prototype, {
      send: {
        value: ({ input }: { input: Record<string, unknown> }) => {
          asked.push(input);
          return answer();
        },
      },
    }) as DynamoDBDocumentClient;
    return { asked, store: new DynamoRegistryStore(client, 'registry') };
  }

  it('are found in its own partition, and the establishment is none of them', async () => {
    const { asked, store } = answering(() => Promise.resolve({ Items: [{ record: account }, { event: 1 }] }));
    expect(await store.findProviderAccounts('091024578')).toEqual([account]);
    expect(asked[0]).toMatchObject({
      ExpressionAttributeValues: { ':provider': 'PROVIDER#091024578', ':account': 'ACCOUNT#' },
      ConsistentRead: true,
    });
  });

  it('are written unless another RIB of that day was confirmed', async () => {
    const { asked, store } = answering(() => Promise.resolve({}));
    await store.put(account);
    expect(asked).toMatchObject([
      { TransactItems: [{ Put: { Item: { pk: 'PROVIDER#091024578', sk: 'ACCOUNT#2026-01-01' } } }] },
    ]);
    const cancelled = new TransactionCanceledException({
      ...{ message: 'cancelled', $metadata: {} },
      CancellationReasons: [{ Code: 'ConditionalCheckFailed' }],
    });
    const { store: refusing } = answering(() => Promise.reject(cancelled));
    await expect(refusing.put(account)).rejects.toThrow(AccountConfirmedError);
  });
});
