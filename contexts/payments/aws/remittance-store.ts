import { GetCommand, PutCommand, paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Claim, paymentIdOf, remittanceMachine } from '#claims';
import {
  EVENT_PREFIX,
  eventItem,
  QUEUE_INDEX,
  remittanceItemSchema,
  remittanceKey,
  remittancePartSchema,
  toClaimItem,
} from '#claims/aws';
import type { RemittanceEvent } from '#events';
import type { Clock, WriteResult } from '#shared';
import { isNew, mayMoveTo, type TransactItems, transactWrite } from '#shared/aws';
import type { Remittance, RemittancePayment } from '../domain/remittance.ts';
import type { RemittanceStore, SentOrder } from '../ports/remittance-store.ts';

/** In the index while the order is not sent yet; runs are few, so one key holds them. */
const UNSENT = 'REMITTANCES#UNSENT';
const indexedSchema = z.object({ gsi1sk: z.string() });

/** The remittances part of the claims table. */
export class DynamoRemittanceStore implements RemittanceStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBDocumentClient, table: string, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async open(remittance: Remittance): Promise<void> {
    await this.#client.send(new PutCommand({ TableName: this.#table, Item: itemOf(remittance), ...isNew }));
  }

  async assign(
    { remittanceId }: Remittance,
    claims: readonly Claim[],
  ): Promise<'applied' | 'closed' | { readonly refused: readonly string[] }> {
    const payments = claims.map(frozenPayment);
    const first = payments[0];
    if (first === undefined) return 'applied';
    const event: RemittanceEvent = {
      type: 'payments.ordered.v1',
      eventId: `${remittanceId}#${first.paymentId}`,
      occurredAt: this.#clock().toISOString(),
      remittanceId,
      claimIds: claims.map(({ claimId }) => claimId),
    };
    const key = remittanceKey(remittanceId);
    const result = await transactWrite(this.#client, [
      {
        ConditionCheck: {
          TableName: this.#table,
          Key: key,
          ConditionExpression: '#state = :open',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':open': 'OPEN' },
        },
      },
      // The event of a batch is also the record of which payments moved, with what was frozen.
      {
        Put: {
          TableName: this.#table,
          Item: { pk: key.pk, sk: `${EVENT_PREFIX}PART#${first.paymentId}`, event, payments },
        },
      },
      ...claims.map((claim) => this.#order(claim, remittanceId, event.occurredAt)),
    ]);
    if (result === 'applied') return 'applied';
    if (result.failedConditions.includes(0)) return 'closed';
    return { refused: result.failedConditions.flatMap((index) => claims[index - 2]?.claimId ?? []) };
  }

  async seal(remittance: Remittance): Promise<WriteResult> {
    return this.#move(remittance, { ...remittance, state: 'SEALED' });
  }

  async recordSent(remittance: Remittance, sent: SentOrder): Promise<WriteResult> {
    return this.#move(remittance, { ...remittance, ...sent, state: 'SENT' }, true);
  }

  async recordEmpty(remittance: Remittance): Promise<WriteResult> {
    return this.#move(remittance, { ...remittance, state: 'EMPTY' });
  }

  async find(remittanceId: string): Promise<Remittance | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: remittanceKey(remittanceId), ConsistentRead: true }),
    );
    return Item && remittanceItemSchema.parse(Item);
  }

  async payments(remittanceId: string): Promise<readonly RemittancePayment[]> {
    const payments: RemittancePayment[] = [];
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :remittance AND begins_with(sk, :part)',
        ExpressionAttributeValues: {
          ':remittance': remittanceKey(remittanceId).pk,
          ':part': `${EVENT_PREFIX}PART#`,
        },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) {
      for (const item of Items) payments.push(...remittancePartSchema.parse(item).payments);
    }
    return payments;
  }

  async listUnsent(): Promise<readonly string[]> {
    const ids: string[] = [];
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        IndexName: QUEUE_INDEX,
        KeyConditionExpression: 'gsi1pk = :unsent',
        ExpressionAttributeValues: { ':unsent': UNSENT },
      },
    );
    for await (const { Items = [] } of pages)
      ids.push(...Items.map((item) => indexedSchema.parse(item).gsi1sk));
    return ids;
  }

  #order(claim: Claim, remittanceId: string, since: string): TransactItems[number] {
    const payment = claim.payment && { ...claim.payment, state: 'ORDERED' as const, remittanceId, since };
    return {
      Put: {
        TableName: this.#table,
        Item: toClaimItem({ ...claim, version: claim.version + 1, payment }),
        // The proof that a claim is in at most one payment: it must be pending, in the very version that was frozen.
        ConditionExpression: '#payment.#state = :pending AND #version = :expectedVersion',
        ExpressionAttributeNames: { '#payment': 'payment', '#state': 'state', '#version': 'version' },
        ExpressionAttributeValues: { ':pending': 'PENDING', ':expectedVersion': claim.version },
      },
    };
  }

  async #move(from: Remittance, to: Remittance, announced = false): Promise<WriteResult> {
    const next: Remittance = { ...to, version: from.version + 1 };
    const { remittanceId } = next;
    const result = await transactWrite(this.#client, [
      {
        Put: {
          TableName: this.#table,
          Item: itemOf(next),
          ...mayMoveTo(remittanceMachine, next.state, from.version),
        },
      },
      ...(announced
        ? [
            {
              Put: {
                TableName: this.#table,
                Item: eventItem(remittanceKey(remittanceId), next.version, {
                  type: 'remittance.sent.v1',
                  eventId: `${remittanceId}#${next.version}`,
                  occurredAt: this.#clock().toISOString(),
                  remittanceId,
                }),
              },
            },
          ]
        : []),
    ]);
    if (result === 'applied') return 'applied';
    return (await this.find(remittanceId))?.state === next.state ? 'known' : 'refused';
  }
}

function itemOf(remittance: Remittance): Record<string, unknown> {
  const isUnsent = remittance.state === 'OPEN' || remittance.state === 'SEALED';
  const index = isUnsent ? { gsi1pk: UNSENT, gsi1sk: remittance.remittanceId } : {};
  return { ...remittanceKey(remittance.remittanceId), ...remittance, ...index };
}

/** @throws Error when the claim has no pending payment to an account: the caller chose it wrongly */
function frozenPayment({ claimId, payment }: Claim): RemittancePayment {
  if (payment?.state !== 'PENDING' || payment.rib === undefined) {
    throw new Error(`Claim ${claimId} has no pending payment to an account`);
  }
  const { attempt, amountCentimes, rib } = payment;
  return { paymentId: paymentIdOf(claimId, attempt), claimId, attempt, amountCentimes, rib };
}
