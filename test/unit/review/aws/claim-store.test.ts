import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { DynamoClaimStore } from '../../../../contexts/review/aws/claim-store.ts';
import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { Claim } from '../../../../contexts/claims/domain/claim.ts';
import type { CareClaim } from '../../../../contexts/claims/ports/claim-store.ts';
import { claimInput } from '../../adjudication/domain/claim-builder.ts';

const claim: Claim = {
  claimId: 'FILE-1',
  state: 'DRAFTED',
  version: 1,
  fileId: 'FILE',
  channelId: 'agency-rabat-01',
  submissionDate: '2025-09-15',
  receivedOn: '2025-09-15',
  submissionSignals: [],
  formNumber: 1,
  formsInFile: 1,
};

interface Item {
  readonly Update?: { readonly Key: { readonly pk: string } };
  readonly ConditionCheck?: {
    readonly Key: { readonly pk: string };
    readonly ConditionExpression: string;
    readonly ExpressionAttributeValues?: object;
  };
}

async function transactionOf(care: readonly CareClaim[]): Promise<readonly Item[]> {
  const sent: (readonly Item[])[] = [];
  const client = {
    send: ({ input }: { input: { TransactItems: readonly Item[] } }) => {
      sent.push(input.TransactItems);
      return Promise.resolve({});
    },
  } as unknown as DynamoDBDocumentClient;
  const store = new DynamoClaimStore(client, 'claims', () => new Date('2025-09-16T10:00:00Z'));
  expect(await store.decide(claim, adjudicate(claimInput()), care)).toBe('applied');
  return sent[0] ?? [];
}

describe('a decision in the table', () => {
  it('holds only while the days beside are as they were seen, and takes nothing of them', async () => {
    const items = await transactionOf([
      { group: 'day', fingerprints: ['a'], seenVersion: 3 },
      { group: 'before', fingerprints: [], seenVersion: 7 },
      { group: 'after', fingerprints: [], seenVersion: undefined },
    ]);
    expect(items.flatMap(({ Update }) => Update?.Key.pk ?? [])).toEqual(['CARE#day']);
    expect(
      items.flatMap(({ ConditionCheck: check }) =>
        check === undefined
          ? []
          : [[check.Key.pk, check.ConditionExpression, check.ExpressionAttributeValues]],
      ),
    ).toEqual([
      ['CARE#before', '#version = :seen', { ':seen': 7 }],
      ['CARE#after', 'attribute_not_exists(#version)', undefined],
    ]);
  });

  it('is one transaction with each day that was looked at, and none where they do not fit', async () => {
    const seen = (days: number) =>
      Array.from({ length: days }, (_, day) => ({
        group: `seen${day}`,
        fingerprints: [],
        seenVersion: undefined,
      }));
    const taken = Array.from({ length: 40 }, (_, day) => ({
      group: `day${day}`,
      fingerprints: ['a'],
      seenVersion: undefined,
    }));
    const items = await transactionOf([...seen(57), ...taken]);
    expect(items.length).toBeLessThanOrEqual(100);
    expect(items.filter(({ Update }) => Update !== undefined)).toHaveLength(40);
    expect(items.filter(({ ConditionCheck }) => ConditionCheck !== undefined)).toHaveLength(57);
    await expect(transactionOf([...seen(58), ...taken])).rejects.toThrow(RangeError);
  });
});
