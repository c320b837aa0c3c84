import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queueKey, toClaimItem } from '../../../../contexts/claims/aws/claim-item.ts';
import { DynamoWaitingClaims } from '../../../../contexts/payments/aws/waiting-claims.ts';
import type { Claim } from '../../../../contexts/claims/domain/claim.ts';

const claimOf = (claimId: string, state: 'DISPUTED' | 'PAID'): Claim => ({
  claimId,
  state: 'APPROVED',
  version: 3,
  fileId: 'FILE',
  channelId: 'agency-rabat-01',
  submissionDate: '2025-09-15',
  receivedOn: '2025-09-15',
  submissionSignals: [],
  formNumber: 1,
  formsInFile: 1,
  payment: { state, attempt: 1, amountCentimes: 10_000 },
});

interface Input {
  readonly KeyConditionExpression?: string;
  readonly ExpressionAttributeValues?: Readonly<Record<string, string>>;
  readonly Limit?: number;
  readonly RequestItems?: Readonly<Record<string, { readonly Keys: readonly { readonly pk: string }[] }>>;
}

/** An index and its table, with the conditions that the store asks with. The index still has what left the queue. */
function tableOf(claims: readonly Claim[]): DynamoDBDocumentClient {
  const indexed = claims.map(({ claimId }) => {
    const { gsi1pk } = toClaimItem(claimOf(claimId, 'DISPUTED'));
    return { gsi1pk: String(gsi1pk), gsi1sk: claimId };
  });
  const send = ({ input }: { input: Input }): Promise<object> => {
    const { RequestItems, ExpressionAttributeValues: values = {}, Limit = 0 } = input;
    if (RequestItems !== undefined) {
      const wanted = new Set(RequestItems['claims']?.Keys.map(({ pk }) => pk));
      return Promise.resolve({
        Responses: {
          claims: claims.filter(({ claimId }) => wanted.has(`CLAIM#${claimId}`)).map(toClaimItem),
        },
      });
    }
    const found = indexed
      .filter(({ gsi1pk, gsi1sk }) => gsi1pk === values[':queue'] && gsi1sk > (values[':after'] ?? ''))
      .toSorted((one, other) => (one.gsi1sk < other.gsi1sk ? -1 : 1));
    return Promise.resolve({
      Items: found.slice(0, Limit),
      ...(found.length >= Limit && Limit > 0 ? { LastEvaluatedKey: {} } : {}),
    });
  };
  return { send } as unknown as DynamoDBDocumentClient;
}

describe('a queue of claims that is read page by page', () => {
  it('has each claim once, and none that has left it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.stringMatching(/^[A-Z0-9]{1,12}$/), { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.func(fc.boolean()),
        async (ids, limit, hasLeft) => {
          const claims = ids.map((id) => claimOf(id, hasLeft(id) ? 'PAID' : 'DISPUTED'));
          const waiting = new DynamoWaitingClaims(tableOf(claims), 'claims');
          const read: string[] = [];
          let after: string | undefined;
          do {
            const page = await waiting.list('PAYMENT_DISPUTED', { limit, after });
            read.push(...page.claims.map(({ claimId }) => claimId));
            after = page.next;
          } while (after !== undefined);
          expect(read.toSorted()).toEqual(ids.filter((id) => !hasLeft(id)).toSorted());
        },
      ),
    );
  });

  it('begins anew at a place that is none', async () => {
    const waiting = new DynamoWaitingClaims(tableOf([claimOf('A', 'DISPUTED')]), 'claims');
    for (const after of ['', 'x', '99#A', '-1#A', queueKey('PAYMENT_HELD', 0)])
      await expect(waiting.list('PAYMENT_DISPUTED', { limit: 5, after })).resolves.toBeDefined();
  });
});
