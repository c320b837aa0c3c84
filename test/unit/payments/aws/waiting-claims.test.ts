import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queueKey, toClaimItem } from '../../../../contexts/claims/aws/claim-item.ts';
import { DynamoWaitingClaims } from '../../../../contexts/payments/aws/waiting-claims.ts';
import { DynamoClaimStore } from '../../../../contexts/review/aws/claim-store.ts';
import { waitingClaimsCases } from '../../../support/waiting-claims-cases.ts';
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
  readonly ExpressionAttributeValues?: Readonly<Record<string, string>>;
  readonly Limit?: number;
  readonly RequestItems?: Readonly<Record<string, { readonly Keys: readonly { readonly pk: string }[] }>>;
}

type Item = Readonly<Record<string, unknown>>;

/** A table and its index, with the conditions that the store asks with. */
class FakeTable {
  readonly items = new Map<string, Item>();
  /** The index lags behind: what it has of claims that left. */
  readonly stale: Item[] = [];
  /** Places of the index that were read. */
  readCount = 0;

  put(item: Item): void {
    this.items.set(String(item['pk']), item);
  }

  readonly client = Object.assign(Object.create(DynamoDBDocumentClient.prototype) as DynamoDBDocumentClient, {
    send: ({ input }: { input: Input }) => Promise.resolve(this.#answer(input)),
  });

  #answer({ RequestItems, ExpressionAttributeValues: values = {}, Limit = Infinity }: Input): object {
    if (RequestItems !== undefined) {
      const wanted = RequestItems['claims']?.Keys.map(({ pk }) => pk) ?? [];
      return { Responses: { claims: wanted.flatMap((pk) => this.items.get(pk) ?? []) } };
    }
    const { ':from': from = '', ':to': to = '~' } = values;
    const found = [...this.items.values(), ...this.stale]
      .filter(({ gsi1pk }) => gsi1pk === values[':queue'])
      .map((item) => String(item['gsi1sk']))
      .filter((place) => place >= from && place <= to)
      .toSorted((one, other) => (one < other ? -1 : 1));
    this.readCount += Math.min(Limit, found.length);
    return {
      Items: found.slice(0, Limit).map((gsi1sk) => ({ gsi1sk })),
      ...(found.length >= Limit ? { LastEvaluatedKey: {} } : {}),
    };
  }
}

function tableOf(claims: readonly Claim[]): FakeTable {
  const table = new FakeTable();
  for (const claim of claims) {
    table.put(toClaimItem(claim));
    if (claim.payment?.state !== 'DISPUTED')
      table.stale.push(toClaimItem(claimOf(claim.claimId, 'DISPUTED')));
  }
  return table;
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
          const waiting = new DynamoWaitingClaims(tableOf(claims).client, 'claims');
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
    const waiting = new DynamoWaitingClaims(tableOf([claimOf('A', 'DISPUTED')]).client, 'claims');
    for (const after of ['', 'x', '99#A', '-1#A', queueKey('PAYMENT_HELD', 0)]) {
      await expect(waiting.list('PAYMENT_DISPUTED', { limit: 5, after })).resolves.toBeDefined();
      await expect(waiting.listHeldFor('091024578', { limit: 5, after })).resolves.toBeDefined();
    }
  });
});

const INPE = '091024578';
const heldClaim = (number: number, payeeInpe?: string): Claim => ({
  ...claimOf(`${String(number).padStart(16, '0')}-1`, 'DISPUTED'),
  payment: {
    ...{ state: 'HELD', attempt: 1, amountCentimes: 10_000, heldReason: 'ACCOUNT_MISSING' },
    payeeInpe,
  },
});

describe('held claims of an establishment, in the index of the table', () => {
  it.each(waitingClaimsCases.map((oneCase) => [oneCase.name, oneCase] as const))('%s', async (_, { run }) => {
    expect.hasAssertions();
    const table = new FakeTable();
    await run({
      waiting: new DynamoWaitingClaims(table.client, 'claims'),
      put: (claim) => {
        table.put(toClaimItem(claim));
        return Promise.resolve();
      },
    });
  });

  it('are all that is read, however many claims are held for others', async () => {
    const table = new FakeTable();
    for (let number = 0; number < 20_000; number += 1)
      table.put(toClaimItem(heldClaim(number, number % 5_000 === 0 ? INPE : undefined)));
    const waiting = new DynamoWaitingClaims(table.client, 'claims');
    const { claims, next } = await waiting.listHeldFor(INPE, { limit: 50, after: undefined });
    expect([claims.length, next, table.readCount]).toEqual([4, undefined, 4]);
  });

  it('written before they had a place of their own are found in the whole queue, and from then on by the establishment', async () => {
    const table = new FakeTable();
    const claim = heldClaim(1, INPE);
    const { claimId } = claim;
    table.put({ ...toClaimItem(claim), gsi1sk: claimId });
    table.put(toClaimItem(heldClaim(2, INPE)));
    const waiting = new DynamoWaitingClaims(table.client, 'claims');
    const ofInpe = async () => (await waiting.listHeldFor(INPE, { limit: 9 })).claims;
    expect((await ofInpe()).map((one) => one.claimId)).not.toContain(claimId);

    // As `milaf payments release` asks for them.
    const store = new DynamoClaimStore(table.client, 'claims', () => new Date());
    const asked: string[] = [];
    for await (const ids of store.listQueue('PAYMENT_HELD')) asked.push(...ids);
    expect(asked.toSorted()).toEqual([claimId, heldClaim(2).claimId]);
    expect((await waiting.list('PAYMENT_HELD', { limit: 9 })).claims).toHaveLength(2);

    table.put(toClaimItem({ ...claim, version: claim.version + 1 }));
    expect((await ofInpe()).map((one) => one.claimId)).toContain(claimId);
  });
});
