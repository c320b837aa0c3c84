import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { toClaimItem } from '../../contexts/claims/aws/claim-item.ts';
import { DynamoClaimStore } from '../../contexts/review/aws/claim-store.ts';
import { DynamoReviewStore } from '../../contexts/review/aws/review-store.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { claimStoreCases, type ClaimKeeping } from '../support/claim-store-cases.ts';
import { connectToTestCloud } from '../support/flow/cloud.ts';
import { createIsolatedResources } from '../support/flow/isolated-resources.ts';

let keeping: ClaimKeeping;

beforeAll(async () => {
  await connectToTestCloud();
  const { claimsTable } = await createIsolatedResources();
  const client = createDocumentClient();
  const clock = () => new Date('2025-09-20T10:00:00Z');
  keeping = {
    claims: new DynamoClaimStore(client, claimsTable, clock),
    reviews: new DynamoReviewStore(client, claimsTable, clock),
    addDraft: async (claim) => {
      await client.send(new PutCommand({ TableName: claimsTable, Item: toClaimItem(claim) }));
    },
  };
});

describe('a claim paid in two parts, in DynamoDB', () => {
  it.each(claimStoreCases.map((oneCase) => [oneCase.name, oneCase] as const))('%s', async (_, { run }) => {
    expect.hasAssertions();
    await run(keeping);
  });
});
