import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { DynamoHoldEnds } from '../../../../contexts/payments/aws/hold-ends.ts';

it('holds of people and of establishments end by their day, and are told apart though their numbers look alike', async () => {
  const index = new Set<string>();
  const client = {
    send: ({ input }: { input: { ExpressionAttributeValues: Record<string, string> } }) => {
      const day = input.ExpressionAttributeValues[':day'];
      if (day !== undefined) index.add(day);
      return Promise.resolve({ Items: [...index].map((gsi1sk) => ({ gsi1sk })) });
    },
  } as unknown as DynamoDBDocumentClient;
  const store = new DynamoHoldEnds(client, 'claims');
  const ends = [
    { day: '2026-03-02', registrationNumber: '091024578' },
    { day: '2026-03-02', inpe: '091024578' },
  ];
  for (const end of ends) await store.remember(end);
  expect(await store.listEnded('2026-03-02')).toEqual({ ended: ends, isMore: false });
});
