import { GetCommand, PutCommand, paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Claim, paymentAt, paymentBatchMachine, withPaymentAt } from '#claims';
import {
  EVENT_PREFIX,
  eventItem,
  QUEUE_INDEX,
  paymentBatchItemSchema,
  paymentBatchKey,
  paymentBatchPartSchema,
  toClaimItem,
} from '#claims/aws';
import type { PaymentBatchEvent } from '#events';
import type { Clock, WriteResult } from '#shared';
import { isNew, mayMoveTo, type TransactItems, transactWrite } from '#shared/aws';
import { batchPaymentOf, type PaymentBatch, type BatchPayment } from '../domain/payment-batch.ts';
import type { PaymentBatchStore, SentOrder } from '../ports/payment-batch-store.ts';

/** In the index while the order is not sent yet; runs are few, so one key holds them. */
const UNSENT = 'REMITTANCES#UNSENT';
const indexedSchema = z.object({ gsi1sk: z.string() });

/** The payment batches of the claims table. */
export class DynamoPaymentBatchStore implements PaymentBatchStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBDocumentClient, table: string, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async open(batch: PaymentBatch): Promise<void> {
    await this.#client.send(new PutCommand({ TableName: this.#table, Item: itemOf(batch), ...isNew }));
  }

  async assign(
    { batchId }: PaymentBatch,
    claims: readonly Claim[],
  ): Promise<'applied' | 'closed' | { readonly refused: readonly string[] }> {
    const payments = claims.map(frozenPayment);
    const first = payments[0];
    if (first === undefined) return 'applied';
    const event: PaymentBatchEvent = {
      type: 'payments.ordered.v1',
      eventId: `${batchId}#${first.paymentId}`,
      occurredAt: this.#clock().toISOString(),
      remittanceId: batchId,
      claimIds: claims.map(({ claimId }) => claimId),
    };
    const key = paymentBatchKey(batchId);
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
      ...claims.map((claim) => this.#order(claim, frozenPayment(claim), batchId, event.occurredAt)),
    ]);
    if (result === 'applied') return 'applied';
    if (result.failedConditions.includes(0)) return 'closed';
    return { refused: result.failedConditions.flatMap((index) => claims[index - 2]?.claimId ?? []) };
  }

  async seal(batch: PaymentBatch, heldBack: readonly string[] = []): Promise<WriteResult> {
    return this.#move(batch, { ...batch, state: 'SEALED', ...(heldBack.length > 0 && { heldBack }) });
  }

  async recordSent(batch: PaymentBatch, sent: SentOrder): Promise<WriteResult> {
    return this.#move(batch, { ...batch, ...sent, state: 'SENT' }, true);
  }

  async recordEmpty(batch: PaymentBatch): Promise<WriteResult> {
    return this.#move(batch, { ...batch, state: 'EMPTY' });
  }

  async find(batchId: string): Promise<PaymentBatch | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: paymentBatchKey(batchId), ConsistentRead: true }),
    );
    return Item && paymentBatchItemSchema.parse(Item);
  }

  async payments(batchId: string): Promise<readonly BatchPayment[]> {
    const payments: BatchPayment[] = [];
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :batch AND begins_with(sk, :part)',
        ExpressionAttributeValues: {
          ':batch': paymentBatchKey(batchId).pk,
          ':part': `${EVENT_PREFIX}PART#`,
        },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) {
      for (const item of Items) payments.push(...paymentBatchPartSchema.parse(item).payments);
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

  #order(
    claim: Claim,
    { settlement = 1 }: BatchPayment,
    batchId: string,
    since: string,
  ): TransactItems[number] {
    const pending = paymentAt(claim, settlement);
    const next = { ...claim, version: claim.version + 1 };
    const ordered = pending && { ...pending, state: 'ORDERED' as const, batchId, since };
    return {
      Put: {
        TableName: this.#table,
        Item: toClaimItem(ordered ? withPaymentAt(next, { settlement, payment: ordered }) : next),
        // The proof that a claim is in at most one payment: it must be pending, in the very version that was frozen.
        ConditionExpression: '#payment.#state = :pending AND #version = :expectedVersion',
        ExpressionAttributeNames: {
          '#payment': settlement === 1 ? 'payment' : 'secondPayment',
          '#state': 'state',
          '#version': 'version',
        },
        ExpressionAttributeValues: { ':pending': 'PENDING', ':expectedVersion': claim.version },
      },
    };
  }

  async #move(from: PaymentBatch, to: PaymentBatch, announced = false): Promise<WriteResult> {
    const next: PaymentBatch = { ...to, version: from.version + 1 };
    const { batchId } = next;
    const result = await transactWrite(this.#client, [
      {
        Put: {
          TableName: this.#table,
          Item: itemOf(next),
          ...mayMoveTo(paymentBatchMachine, next.state, from.version),
        },
      },
      ...(announced
        ? [
            {
              Put: {
                TableName: this.#table,
                Item: eventItem(paymentBatchKey(batchId), next.version, {
                  type: 'remittance.sent.v1',
                  eventId: `${batchId}#${next.version}`,
                  occurredAt: this.#clock().toISOString(),
                  remittanceId: batchId,
                }),
              },
            },
          ]
        : []),
    ]);
    if (result === 'applied') return 'applied';
    return (await this.find(batchId))?.state === next.state ? 'known' : 'refused';
  }
}

function itemOf(batch: PaymentBatch): Record<string, unknown> {
  const isUnsent = batch.state === 'OPEN' || batch.state === 'SEALED';
  const index = isUnsent ? { gsi1pk: UNSENT, gsi1sk: batch.batchId } : {};
  const { batchId, ...rest } = batch;
  return { ...paymentBatchKey(batchId), ...rest, remittanceId: batchId, ...index };
}

/** @throws Error when the claim has no payment that may be ordered to an account: the caller chose it wrongly */
function frozenPayment(claim: Claim): BatchPayment {
  const payment = batchPaymentOf(claim);
  if (payment === undefined) throw new Error(`Claim ${claim.claimId} has no pending payment to an account`);
  return payment;
}
