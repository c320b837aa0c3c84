import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type ClaimQueue, type ClaimsPage, heldForInpe, type PageRequest } from '#claims';
import {
  claimIdAtPlace,
  claimItemSchema,
  claimKey,
  heldForKey,
  QUEUE_INDEX,
  QUEUE_SHARDS,
  queueKey,
  queueOf,
} from '#claims/aws';
import { batchGet } from '#shared/aws';
import type { WaitingClaims } from '../ports/waiting-claims.ts';

const queueItemSchema = z.object({ gsi1sk: z.string() });
const placeSchema = z
  .string()
  .regex(/^\d{1,2}#[0-9A-Za-z#-]*$/)
  .transform((place) => {
    const shard = place.slice(0, place.indexOf('#'));
    return { shard: Number(shard), after: place.slice(shard.length + 1) };
  });

/** Below and above all characters that ids are made of: a place behind one id, and one behind all. */
const BEHIND_ONE = '!';
const BEHIND_ALL = '~';

/** Pages of the queues of claims: one shard after the other. */
export class DynamoWaitingClaims implements WaitingClaims {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  list(queue: ClaimQueue, page: PageRequest): Promise<ClaimsPage> {
    return this.#list(queue, '', page);
  }

  async listHeldFor(inpe: string, page: PageRequest): Promise<ClaimsPage> {
    const found = await this.#list('PAYMENT_HELD', heldForKey(inpe), page);
    // The index may lag a moment behind: whom a claim waits for is what the claim says.
    return { ...found, claims: found.claims.filter((claim) => heldForInpe(claim) === inpe) };
  }

  /** @param prefix what the places that are looked for begin with */
  async #list(queue: ClaimQueue, prefix: string, { limit, after }: PageRequest): Promise<ClaimsPage> {
    const ids: string[] = [];
    let place = placeSchema.safeParse(after).data ?? { shard: 0, after: '' };
    while (place.shard < QUEUE_SHARDS && ids.length < limit) {
      // A cursor leads nowhere but into what was asked for.
      const from =
        place.after.startsWith(prefix) && place.after !== '' ? `${place.after}${BEHIND_ONE}` : prefix;
      const found = await this.#query(queueKey(queue, place.shard), from, prefix, limit - ids.length);
      ids.push(...found.places.map(claimIdAtPlace));
      const last = found.places.at(-1);
      place =
        found.isMore && last !== undefined
          ? { ...place, after: last }
          : { shard: place.shard + 1, after: '' };
    }
    const items = await batchGet(this.#client, this.#table, ids.map(claimKey));
    return {
      claims: items.map((item) => claimItemSchema.parse(item)).filter((claim) => queueOf(claim) === queue),
      next: place.shard < QUEUE_SHARDS ? `${place.shard}#${place.after}` : undefined,
    };
  }

  async #query(key: string, from: string, prefix: string, limit: number) {
    const isAll = from === '';
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: QUEUE_INDEX,
        // A key cannot be compared with nothing.
        KeyConditionExpression: isAll
          ? 'gsi1pk = :queue'
          : 'gsi1pk = :queue AND gsi1sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':queue': key,
          ...(!isAll && { ':from': from, ':to': `${prefix}${BEHIND_ALL}` }),
        },
        Limit: limit,
      }),
    );
    return {
      places: Items.map((item) => queueItemSchema.parse(item).gsi1sk),
      isMore: LastEvaluatedKey !== undefined,
    };
  }
}
