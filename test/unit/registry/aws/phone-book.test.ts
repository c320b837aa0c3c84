import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { recordItem } from '../../../../contexts/registry/aws/registry-items.ts';
import { DynamoRegistryStore } from '../../../../contexts/registry/aws/registry-store.ts';
import type { Person } from '../../../../contexts/registry/records/registry-records.ts';

const PHONE = '+212612345678';
const personWith = (registrationNumber: string, phone: string | undefined): Person => ({
  type: 'person',
  registrationNumber,
  name: { family: 'ALAOUI', given: 'Salma' },
  birthDate: '1980-01-01',
  language: 'ar',
  smsOptOut: false,
  phone,
});

describe('people by their phone', () => {
  it('stand in the index where they have one, and nowhere else', () => {
    expect(recordItem(personWith('100000001', PHONE))).toMatchObject({
      gsi1pk: `PHONE#${PHONE}`,
      gsi1sk: '100000001',
    });
    expect(recordItem(personWith('100000001', undefined))).not.toHaveProperty('gsi1pk');
  });

  it('are all who share it, without one whose phone has changed since the index was written', async () => {
    const people = [
      personWith('100000002', PHONE),
      personWith('100000001', PHONE),
      personWith('3', '+212700000000'),
    ];
    const inputs: Record<string, unknown>[] = [];
    const send = ({ input }: { input: Record<string, unknown> }) => {
      inputs.push(input);
      return Promise.resolve(
        'RequestItems' in input
          ? {
              Responses: {
                registry: people.map((record) => ({
                  record: { ...record, registrationNumber: record.registrationNumber.padStart(9, '0') },
                })),
              },
            }
          : { Items: people.map(({ registrationNumber }) => ({ gsi1sk: registrationNumber })) },
      );
    };
    const store = new DynamoRegistryStore({ send } as unknown as DynamoDBDocumentClient, 'registry');
    const found = await store.findByPhone(PHONE, 10);
    expect(found.map(({ registrationNumber }) => registrationNumber)).toEqual(['100000001', '100000002']);
    expect(inputs[0]).toMatchObject({ IndexName: 'queue', Limit: 10 });
  });
});
