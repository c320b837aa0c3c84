import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { LISTING_INDEX, OWNER_INDEX, QUEUE_INDEX } from '#claims/aws';
import { readPlace, writePlace } from '#shared';
import { batchGet } from '#shared/aws';
import { reasonGroups } from '../domain/review-names.ts';
import { type ReasonGroup, type ReviewState } from '../records/review-words.ts';
import { reviewRecordSchema } from '../records/review-record.ts';
import type { ClaimReview } from '../domain/claim-review.ts';
import type { ReviewPage, ReviewQueueQuery } from '../ports.ts';
import { ageKey, amountKey, assignedKey, awaitedKey, reviewQueueKey, sinceKey } from './review-items.ts';

/** One partition of an index, read in order from a place on. */
interface Partition {
  readonly index: string;
  readonly attributes: { readonly pk: string; readonly sk: string };
  readonly key: string;
}

const byAge = { index: QUEUE_INDEX, attributes: { pk: 'gsi1pk', sk: 'gsi1sk' } };
const byAmount = { index: LISTING_INDEX, attributes: { pk: 'gsi2pk', sk: 'gsi2sk' } };
const byOwner = { index: OWNER_INDEX, attributes: { pk: 'gsi3pk', sk: 'gsi3sk' } };

const entrySchema = z.object({ pk: z.string(), sk: z.string() });
const placeSchema = z.object({ after: z.string().max(100) });

/** Rounds of reading on when a filter leaves too few; the states that need one have few reviews. */
const MAX_ROUNDS = 5;

/**
 * A page of the queue: the same number of keys from each partition that may have the next ones, merged by their order, then
 * the reviews themselves. What is read does not grow with the table, nor with the queue.
 */
export async function listReviews(
  client: DynamoDBDocumentClient,
  table: string,
  query: ReviewQueueQuery,
): Promise<ReviewPage> {
  const reviews: ClaimReview[] = [];
  let after = readPlace(placeSchema, query.cursor)?.after;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const page = await readPage(client, table, query, after);
    after = page.next;
    reviews.push(...page.reviews.filter((review) => isWanted(review, query)));
    if (after === undefined || reviews.length >= query.limit) break;
  }
  const shown = reviews.slice(0, query.limit);
  const last = shown.at(-1);
  const next = reviews.length > query.limit && last !== undefined ? orderKey(query)(last) : after;
  return { reviews: shown, nextCursor: writePlace(next === undefined ? undefined : { after: next }) };
}

async function readPage(
  client: DynamoDBDocumentClient,
  table: string,
  query: ReviewQueueQuery,
  after: string | undefined,
): Promise<{ readonly reviews: readonly ClaimReview[]; readonly next: string | undefined }> {
  const keys = (
    await Promise.all(
      partitionsOf(query).map(async (partition) => readKeys(client, table, partition, query.limit, after)),
    )
  )
    .flat()
    .toSorted((a, b) => (a.order < b.order ? -1 : 1));
  const page = keys.slice(0, query.limit);
  const items = await batchGet(
    client,
    table,
    page.map(({ pk, sk }) => ({ pk, sk })),
  );
  const found = new Map(
    items.map((item) => [entrySchema.parse(item).pk, reviewRecordSchema.parse(item)] as const),
  );
  return {
    reviews: page.flatMap(({ pk }) => found.get(pk) ?? []),
    next: keys.length >= query.limit ? page.at(-1)?.order : undefined,
  };
}

async function readKeys(
  client: DynamoDBDocumentClient,
  table: string,
  { index, attributes, key }: Partition,
  limit: number,
  after: string | undefined,
) {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: index,
      KeyConditionExpression: after === undefined ? '#pk = :key' : '#pk = :key AND #sk > :after',
      ExpressionAttributeNames: {
        '#pk': attributes.pk,
        ...(after === undefined ? {} : { '#sk': attributes.sk }),
      },
      ExpressionAttributeValues: { ':key': key, ...(after === undefined ? {} : { ':after': after }) },
      Limit: limit,
    }),
  );
  const orderSchema = z.record(z.string(), z.unknown());
  return Items.map((item) => ({
    ...entrySchema.parse(item),
    order: z.string().parse(orderSchema.parse(item)[attributes.sk]),
  }));
}

const otherStates = [
  'SECOND_KEYING',
  'DISPUTED',
  'ESCALATED',
  'AWAITING_DOCUMENT',
] as const satisfies readonly ReviewState[];

function partitionsOf({
  group,
  state,
  assignedTo,
  awaitedIn,
  order,
}: ReviewQueueQuery): readonly Partition[] {
  if (awaitedIn !== undefined) return [{ ...byOwner, key: awaitedKey(awaitedIn) }];
  if (assignedTo !== undefined) return [{ ...byOwner, key: assignedKey(assignedTo) }];
  const groups: readonly ReasonGroup[] = group === undefined ? reasonGroups : [group];
  const open = groups.map((one) => reviewQueueKey('OPEN', one));
  // The other states are not divided by group.
  const others = otherStates.map((one) => reviewQueueKey(one, 'form'));
  const keys =
    state === undefined ? [...open, ...others] : state === 'OPEN' ? open : [reviewQueueKey(state, 'form')];
  return keys.map((key) => ({ ...(order === 'age' ? byAge : byAmount), key }));
}

function isWanted(review: ClaimReview, { group, state, assignedTo, awaitedIn }: ReviewQueueQuery): boolean {
  // The index may lag a moment behind.
  if (review.state === 'CLOSED') return false;
  if (awaitedIn !== undefined) return review.state === 'AWAITING_DOCUMENT' && review.channelId === awaitedIn;
  if (assignedTo !== undefined && review.assignedTo !== assignedTo) return false;
  return (group === undefined || review.group === group) && (state === undefined || review.state === state);
}

function orderKey({ order, assignedTo, awaitedIn }: ReviewQueueQuery): (review: ClaimReview) => string {
  if (awaitedIn !== undefined) return sinceKey;
  return order === 'amount' && assignedTo === undefined ? amountKey : ageKey;
}
