import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { toClaimItem } from '../../contexts/claims/aws/claim-item.ts';
import { DynamoWaitingClaims } from '../../contexts/payments/aws/waiting-claims.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { connectToTestCloud } from '../support/flow/cloud.ts';
import { createIsolatedResources } from '../support/flow/isolated-resources.ts';
import { waitingClaimsCases, type WaitingKeeping } from '../support/waiting-claims-cases.ts';

let keeping: WaitingKeeping;

beforeAll(async () => {
  await connectToTestCloud();
  const { claimsTable } = await createIsolatedResources();
  const client = createDocumentClient();
  keeping = {
    waiting: new DynamoWaitingClaims(client, claimsTable),
    put: async (claim) => {
      await client.send(new PutCommand({ TableName: claimsTable, Item: toClaimItem(claim) }));
    },
  };
});

describe('held claims of an establishment, in DynamoDB', () => {
  it.each(waitingClaimsCases.map((oneCase) => [oneCase.name, oneCase] as const))('%s', async (_, { run }) => {
    expect.hasAssertions();
    await run(keeping);
  });
});
