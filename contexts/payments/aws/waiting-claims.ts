import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ClaimQueue, ClaimsPage, PageRequest } from '#claims';
import { claimItemSchema, claimKey, QUEUE_INDEX, QUEUE_SHARDS, queueKey, queueOf } from '#claims/aws';
import { batchGet } from '#shared/aws';
import type { WaitingClaims } from '../ports/waiting-claims.ts';

const queueItemSchema = z.object({ gsi1sk: z.string() });
const placeSchema = z
  .string()
  .regex(/^\d{1,2}#[0-9A-Za-z-]*$/)
  .transform((place) => {
    const [shard = '', claimId = ''] = place.split('#');
    return { shard: Number(shard), claimId };
  });

/** Pages of the queues of claims: one shard after the other. */
export class DynamoWaitingClaims implements WaitingClaims {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async list(queue: ClaimQueue, { limit, after }: PageRequest): Promise<ClaimsPage> {
    const ids: string[] = [];
    let place = placeSchema.safeParse(after).data ?? { shard: 0, claimId: '' };
    while (place.shard < QUEUE_SHARDS && ids.length < limit) {
      const found = await this.#query(queueKey(queue, place.shard), place.claimId, limit - ids.length);
      ids.push(...found.ids);
      const last = found.ids.at(-1);
      place =
        found.isMore && last !== undefined
          ? { ...place, claimId: last }
          : { shard: place.shard + 1, claimId: '' };
    }
    const items = await batchGet(this.#client, this.#table, ids.map(claimKey));
    return {
      claims: items.map((item) => claimItemSchema.parse(item)).filter((claim) => queueOf(claim) === queue),
      next: place.shard < QUEUE_SHARDS ? `${place.shard}#${place.claimId}` : undefined,
    };
  }

  async #query(key: string, after: string, limit: number) {
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: QUEUE_INDEX,
        // A key cannot be compared with nothing.
        KeyConditionExpression: after === '' ? 'gsi1pk = :queue' : 'gsi1pk = :queue AND gsi1sk > :after',
        ExpressionAttributeValues: { ':queue': key, ...(after !== '' && { ':after': after }) },
        Limit: limit,
      }),
    );
    return {
      ids: Items.map((item) => queueItemSchema.parse(item).gsi1sk),
      isMore: LastEvaluatedKey !== undefined,
    };
  }
}
